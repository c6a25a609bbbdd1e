/** What `init --ci` writes: the files of examples/, for the show that is asked for. A test holds the two together. */

import { quoteScalar } from '../load/edits.ts'
import { lockName } from '../names.ts'
import { inFolder } from '../units/file-name.ts'
import { ours, quoted } from '../units/shell.ts'
import { version } from './version.ts'

export interface CiFile {
  /** From the folder of the repository, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** By the name behind `--ci`. `folder`: of the show, as the command line names it. */
export const ciFiles: Readonly<Record<string, (folder: string) => readonly CiFile[]>> = {
  github: folder => [
    { path: '.github/workflows/publish.yml', text: publishOnGithub(folder) },
    { path: '.github/workflows/check.yml', text: checkOnGithub(folder) },
  ],
  gitlab: folder => [{ path: '.gitlab-ci.yml', text: gitlab(folder) }],
}

const usual = 'episodes'

const inputOf = (folder: string): string =>
  folder === usual ? '' : `          show: ${quoteScalar(folder)}\n`

const publishOnGithub = (folder: string): string => {
  const show = inputOf(folder)
  return `# As often as something may be due: a build lets out what its time has come for, and publish tells of it once.
name: Publish
on:
  push:
    branches: [main]
  schedule:
    # UTC. What is dated 06:00 in Brussels is out by the first run after it; see \`${ours('upcoming --cron "20 5-22 * * *"')}\`.
    - cron: 20 5-22 * * *
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  publish:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.pages.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
        with:
          # Without it, recordings in Git LFS are small text files, and the build says so.
          lfs: true
      # OWNER is the owner of the repository of build-feed, and COMMIT the full name of a commit in it.
      - uses: OWNER/build-feed@COMMIT
        with:
${show}          # ${inFolder(folder, lockName)} is committed with every episode: build once before you push.
          frozen: true
      # All files go live at once, so there is no order to keep. Pages chooses types and caching itself.
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public
      - id: pages
        uses: actions/deploy-pages@v4
      # Remembers who was notified, from one run to the next.
      - uses: actions/cache@v4
        with:
          path: notices.json
          key: notices-\${{ github.run_id }}
          restore-keys: notices-
      - uses: OWNER/build-feed@COMMIT
        with:
          command: publish
${show}          args: --wait 300 --state notices.json
`
}

const checkOnGithub = (folder: string): string => {
  const show = inputOf(folder)
  return `# What a pull request would change for subscribers: on the page of the run, and as a page to hear and read.
name: Check
on: pull_request
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          lfs: true
      # OWNER is the owner of the repository of build-feed, and COMMIT the full name of a commit in it.
      - uses: OWNER/build-feed@COMMIT
        with:
${show}          against: https://YOUR-SITE/feed.xml
`
}

const gitlab = (folder: string): string => {
  const argument = folder === usual ? '' : ` ${quoted(folder)}`
  return `# Builds the show and puts it on GitLab Pages. The package of build-feed is part of this repository: \`npm pack\` in a clone of
# build-feed makes it. Pipeline schedules (Build > Pipeline schedules) let out what its time has come for.
image: node:24

variables:
  # Recordings in Git LFS are fetched.
  GIT_LFS_SKIP_SMUDGE: '0'

.build-feed:
  before_script:
    - npm install --global ./build-feed-${version}.tgz

check:
  extends: .build-feed
  stage: test
  script:
    - build-feed validate --strict --reporter junit${argument} > report.xml
  artifacts:
    when: always
    reports:
      junit: report.xml

pages:
  extends: .build-feed
  stage: build
  # The whole of public/ goes live at once.
  script:
    - build-feed --frozen${argument}
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

tell:
  extends: .build-feed
  stage: .post
  # Remembers who was notified; if it is lost, a repeat does no harm.
  cache:
    key: notices
    paths:
      - notices.json
  script:
    - build-feed publish --wait 600 --state notices.json${argument}
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`
}
