#!/usr/bin/env bash
# For a server of your own. In its crontab, at twenty past every hour:
#   20 * * * * TARGET=/var/www/podcast/ /srv/podcast/publish.sh >>/var/log/podcast.log 2>&1
# TARGET may be on another machine too: user@host:/var/www/podcast/
set -euo pipefail
cd "$(dirname "$0")"

# One at a time: the last run may not be done yet.
exec 9>.publish.lock
flock --nonblock 9 || exit 0

if git rev-parse --verify --quiet '@{upstream}' >/dev/null 2>&1; then
  git pull --quiet --ff-only
fi
build-feed --quiet
# The feed last: whoever reads it finds everything that it names.
rsync --archive --exclude=feed.xml public/ "$TARGET"
rsync --archive public/feed.xml "$TARGET"
build-feed publish --quiet --wait 60 --state notices.json
