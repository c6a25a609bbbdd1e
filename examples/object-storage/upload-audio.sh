#!/usr/bin/env bash
# On your machine, after `build-feed` and before you push: the recordings go up first, and never change there.
set -euo pipefail
cd "$(dirname "$0")"
aws s3 sync episodes "s3://$AUDIO_BUCKET" --exclude '*' --include '*.mp3' \
  --content-type audio/mpeg --cache-control 'public, max-age=31536000, immutable'
