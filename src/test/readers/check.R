# Checks the types of a study's exported CSV in R, and prints its rows in one spelling.
options(scipen = 100, encoding = "UTF-8")
source(file.path(commandArgs(trailingOnly = TRUE)[1], "runs.R"))

expected <- c(integer = "integer", number = "numeric", text = "character", date = "Date", timestamp = "POSIXct")
expected <- setNames(expected[columns$type], columns$column)
expected["seed"] <- "numeric"
found <- sapply(runs, function(column) class(column)[1])
if (!identical(names(found), names(expected)) || !identical(unname(found), unname(expected))) {
  stop("R: ", paste(names(found), found, collapse = ", "))
}

told <- function(name) {
  value <- runs[[name]]
  kind <- columns$type[columns$column == name]
  text <- switch(kind,
    number = sprintf("%.6f", value),
    date = format(value, "%Y-%m-%d"),
    timestamp = format(value, "%Y-%m-%dT%H:%M:%S"),
    as.character(value)
  )
  ifelse(is.na(value), "", text)
}
names <- setdiff(columns$column, "duration_ms")
writeLines(enc2utf8(do.call(paste, c(lapply(names, told), sep = "|"))), useBytes = TRUE)
