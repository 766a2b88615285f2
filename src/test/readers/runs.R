columns <- read.csv("columns.csv", colClasses = "character")
types <- c(integer = "integer", number = "numeric", text = "character", date = "Date", timestamp = "character")
types <- setNames(types[columns$type], columns$column)
types["seed"] <- "numeric" # may be too large for an integer of R
runs <- read.csv("runs.csv", colClasses = types, na.strings = "", fileEncoding = "UTF-8")
for (name in columns$column[columns$type == "timestamp"]) {
  runs[[name]] <- as.POSIXct(runs[[name]], format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC")
}
