#!/bin/bash
# One shard of a study a task of a Slurm job array. Submit it from the folder in which the study is to be kept:
#
#     sbatch slurm-sweep.sh /shared/blocsim /shared/studies/my-study.json
#
# /shared/blocsim is the project after `mvn -Dquick package`; program, study and this folder must be visible to all nodes. A task that
# is preempted or out of time is put back into the queue and goes on where it was. One that failed can be submitted again by
# `SHARDS=64 sbatch --array=17 slurm-sweep.sh ...`.
#SBATCH --job-name=blocsim
#SBATCH --array=1-64
#SBATCH --cpus-per-task=4
#SBATCH --mem=1500M
#SBATCH --time=12:00:00
#SBATCH --requeue
#SBATCH --signal=B:TERM@120
#SBATCH --open-mode=append
#SBATCH --output=%x-%A-%a.log
set -u

program=$1
study=$2

# The array begins at 1, so its last number is that of shards, unless single tasks are submitted again.
shards=${SHARDS:-$SLURM_ARRAY_TASK_MAX}

# Two minutes before its time is over the task is told so: what is finished is kept, and the task is put back.
trap 'kill -TERM $!' TERM

# The library of DuckDB, 70 MB, is unpacked into the temporary folder: let that be on the node.
java -Xmx256m -XX:+UseSerialGC -Djava.io.tmpdir="${SLURM_TMPDIR:-/tmp}" -jar "$program/target/quick/blocsim.jar" \
    sweep "$study" --shard "$SLURM_ARRAY_TASK_ID/$shards" --threads "$SLURM_CPUS_PER_TASK" --resume --out "$PWD/study" &
child=$!

wait "$child"
status=$?
if [ "$status" -gt 128 ] && kill -0 "$child" 2>/dev/null; then
    # The signal ended the waiting, not yet the program.
    wait "$child"
    status=$?
fi
if [ "$status" = 143 ]; then
    scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
fi
exit "$status"
