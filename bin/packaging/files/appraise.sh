#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/lib/node" "$here/lib/appraise.mjs" "$@"
