# Reads what a run has left: Rscript notebooks/read-results.R results/belarus-sco [STATE BLOC]
# Prints the chances of each status at the end of every fifth year, how often each cause came, and draws status.pdf into the folder it was
# called in. Needs R alone.
arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) < 1) {
  stop("name a folder of results, as ./blocsim run leaves it", call. = FALSE)
}
folder <- arguments[1]
state <- if (length(arguments) > 1) arguments[2] else "BLR"
bloc <- if (length(arguments) > 2) arguments[3] else "SCO"

summary_table <- read.csv(file.path(folder, "summary.csv"), colClasses = c(date = "Date"))
one <- summary_table[summary_table$state == state & summary_table$bloc == bloc, ]
if (nrow(one) == 0) {
  stop(paste("no rows of", state, "and", bloc, "in", folder), call. = FALSE)
}
years <- as.integer(format(one$date, "%Y"))
wide <- xtabs(probability ~ years + status, data = cbind(one, years = years)[years %% 5 == 0, ])
print(round(wide, 3))

steps <- read.csv(file.path(folder, "transitions.csv"), colClasses = c(date = "Date"))
print(table(steps$cause))

pdf("status.pdf", width = 8, height = 4)
statuses <- unique(one$status)
plot(range(one$date), c(0, 1), type = "n", xlab = "", ylab = "share of runs", main = paste(state, "in", bloc))
for (n in seq_along(statuses)) {
  rows <- one[one$status == statuses[n], ]
  lines(rows$date, rows$probability, col = n, lwd = 2)
}
legend("right", legend = statuses, col = seq_along(statuses), lwd = 2, bty = "n")
invisible(dev.off())
