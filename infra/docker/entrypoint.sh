#!/bin/sh
# Settings may also come from a file, so that generated secrets never stand in a compose file.
set -e
if [ -n "${ENV_FILE:-}" ]; then
  set -a
  . "$ENV_FILE"
  set +a
fi
exec "$@"
