// Checks the types of a study's exported Parquet in hyparquet, and prints its rows in one spelling.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules] = process.argv.slice(2);
const here = createRequire(modules + "/");
const load = (name) => import(pathToFileURL(here.resolve(name)));
const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await load("hyparquet");
const { compressors } = await load("hyparquet-compressors");

const file = await asyncBufferFromFile("runs.parquet");
const kinds = JSON.parse(readFileSync("datapackage.json", "utf8")).resources[0].schema.fields;
const rows = await parquetReadObjects({ file, compressors });

const fits = {
  integer: (value) => typeof value === "bigint" || Number.isInteger(value),
  number: (value) => typeof value === "number",
  string: (value) => typeof value === "string",
  date: (value) => value instanceof Date && value.getTime() % 86400000 === 0,
  datetime: (value) => value instanceof Date,
};
const logical = { integer: "INT", number: "DOUBLE", string: "STRING", date: "DATE", datetime: "TIMESTAMP" };
const metadata = await parquetMetadataAsync(file);
metadata.schema.slice(1).forEach((column, n) => {
  const { name, type } = kinds[n];
  const stored = column.logical_type?.type === "INTEGER" ? "INT" : (column.logical_type?.type ?? column.converted_type ?? column.type);
  if (column.name !== name || !stored.replace("UTF8", "STRING").startsWith(logical[type])) {
    throw new Error(`${column.name} is ${stored}, not ${name}: ${type}`);
  }
  if (type === "datetime" && !column.logical_type.isAdjustedToUTC) {
    throw new Error(`${name} has no zone`);
  }
});

function told({ name, type }, value) {
  if (value === null) {
    return "";
  }
  if (!fits[type](value)) {
    throw new Error(`${name} is ${typeof value}: ${value}`);
  }
  if (type === "number") {
    return value.toFixed(6);
  }
  return value instanceof Date ? value.toISOString().slice(0, type === "date" ? 10 : 19) : String(value);
}
for (const row of rows) {
  console.log(kinds.filter(({ name }) => name !== "duration_ms").map((kind) => told(kind, row[kind.name])).join("|"));
}
