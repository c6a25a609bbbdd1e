import { initValues } from '../init-values.ts'
import { quoteScalar } from '../load/edits.ts'

/** A show.md to start from: everything that a directory asks for, with a word on each. Addresses stand for the real ones. */
export const showText = (title: string, zone: string): string => `---
# The show. Every field: \`build-feed schema show\`. Every rule: \`build-feed explain\`.
title: ${quoteScalar(title)}
link: ${initValues.address}             # your site
baseUrl: ${initValues.address}          # where you will put the output folder; every address in the feed begins with it
language: en                         # what is spoken, such as en, en-gb, de or pt-BR
categories: [Technology]             # of Apple's list: https://podcasters.apple.com/support/1691-apple-podcasts-categories
explicit: false
image: cover.jpg                     # a square JPEG or PNG of 3000 × 3000 pixels, beside this file
author: ${initValues.name}
owner: { name: ${initValues.name}, email: ${initValues.email} }   # directories write to it, listeners do not see it
timezone: ${quoteScalar(zone)}
---

${initValues.about}
`
