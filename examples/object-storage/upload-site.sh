#!/usr/bin/env bash
# What the feed names goes up before the feed, so that nobody reads of a file that is not there yet.
set -euo pipefail
cd "$(dirname "$0")"
target="s3://$SITE_BUCKET"
aws s3 sync public "$target" --exclude feed.xml --exclude 'chapters/*' --exclude 'transcripts/*' \
  --cache-control 'public, max-age=3600'
if [[ -d public/chapters ]]; then
  aws s3 sync public/chapters "$target/chapters" \
    --content-type application/json+chapters --cache-control 'public, max-age=3600'
fi
if [[ -d public/transcripts ]]; then
  aws s3 sync public/transcripts "$target/transcripts" \
    --content-type text/vtt --cache-control 'public, max-age=3600'
fi
aws s3 cp public/feed.xml "$target/feed.xml" \
  --content-type 'application/rss+xml; charset=utf-8' --cache-control 'public, max-age=300'
