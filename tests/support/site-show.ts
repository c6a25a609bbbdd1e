/** The show.md of a site, and what it says of the site's pages. */
export const siteShow = (mapping: string): string =>
  `---
title: A site
link: https://show.example/
baseUrl: https://show.example/feeds/
language: en
categories: Technology
explicit: false
image: cover.jpg
author: Ada Pier
owner: { name: Ada Pier, email: ada@show.example }
timezone: UTC
${mapping}
---
About.
`
