#!/bin/bash
# Unites the shards when all tasks of the array have ended well, and writes Parquet and CSV:
#
#     array=$(sbatch --parsable slurm-sweep.sh /shared/blocsim /shared/studies/my-study.json)
#     sbatch --dependency=afterok:"$array" slurm-merge.sh /shared/blocsim
#
#SBATCH --job-name=blocsim-merge
#SBATCH --cpus-per-task=2
#SBATCH --mem=1500M
#SBATCH --time=02:00:00
#SBATCH --output=%x-%j.log
set -eu

blocsim() {
    java -Xmx256m -XX:+UseSerialGC -jar "$program/target/quick/blocsim.jar" "$@"
}

program=$1
# All or nothing: a second attempt replaces what a first one may have left.
blocsim results merge "$PWD/study" --force
blocsim results status "$PWD/study"
blocsim results export "$PWD/study"
