/**
 * Every bound there is: what a show, a file or a host may hold before the program stops reading, asking or telling. A stranger's
 * pull request may be the input: none of it may take time or memory without end. Where a bound is met, that is said.
 *
 * A comment begins with what is counted; why it is so many follows. docs/limits.md is made of them. `…Bytes`, `…Characters`
 * (UTF-16 units) and `…Milliseconds` say their unit.
 */

// Folders and files

/** Files, folders and links in a show folder, sub-folders included. More is a home folder that was named by mistake. */
export const showFiles = 100_000
/** Folders inside one another. Nobody looks for an episode deeper. */
export const folderLevels = 64
/** A Markdown file. The largest real notes are some hundred kilobytes. */
export const markdownFileBytes = 8 * 1024 * 1024
/** The lock. An episode takes about 300 bytes. */
export const lockFileBytes = 64 * 1024 * 1024
/** A file whose lines are shown beside a finding. No larger one has lines that a finding points at. */
export const shownFileBytes = 64 * 1024 * 1024
/** Any other file that is read whole. No text of a show comes near it. */
export const wholeFileBytes = 1024 * 1024 * 1024
/** Names that begin with an underscore, remembered of a show. One is named where a show seems to be empty. */
export const ignoredNames = 100
/** Files of the show and of the output that are watched for changes. With more, every build works everything out again. */
export const watchedFiles = 200_000
/** The age at which a temporary file of the cache is removed. No build takes so long to write one. */
export const abandonedCacheMilliseconds = 3_600_000

// Front matter

/** The front matter of a file. A podcast's is some kilobytes. */
export const frontMatterCharacters = 512 * 1024
/** Lists and maps inside one another. Real ones have four. */
export const frontMatterLevels = 64
/** Blank lines in a row. The time it takes to look for comments grows with their square. */
export const frontMatterBlankLines = 500
/** Aliases (`*name`) in one file. Nobody writes more by hand. */
export const frontMatterAliases = 100
/** Values in the front matter of a file, with every alias written out. Aliases of aliases multiply. */
export const frontMatterValues = 100_000
/** Syntax errors found in one run. More than anybody repairs in one go, and each costs several readings of the YAML. */
export const frontMatterErrors = 20
/** Characters parsed in all, to go on after the errors of one front matter. It keeps that to a few tenths of a second. */
export const frontMatterParsedCharacters = 2 * 1024 * 1024
/** Problems of one front matter that are reported. More than anybody reads in one go. */
export const frontMatterProblems = 50

// Notes

/** Markup inside one another, in Markdown and in HTML. What is deeper loses its markup and keeps its text. */
export const notesLevels = 100
/** Footnotes of one text; with more, they are left as they are written. Their library takes the square of their number. */
export const notesFootnotes = 1_000
/** Tags that are open at once. The time it takes to read HTML grows with their square: 25,000 take half a second, 120,000 take ten. */
export const notesTags = 25_000
/** Bytes of notes that stand in for a description that was not written. PSP-1 and Apple's older guide allow no more, and every app shows them. */
export const descriptionBytes = 4000
/** Problems of one kind reported for one text. Finding the places of more would take longer than reading it. */
export const notesProblemsOfAKind = 50

// Chapters and transcripts

/** A file with chapters. Far larger than any list of chapters. */
export const chaptersFileBytes = 16 * 1024 * 1024
/** The text of a file with chapters. Ten thousand chapters take a quarter of it. */
export const chaptersCharacters = 4 * 1024 * 1024
/** Chapters of one episode. No app shows that many. */
export const chaptersInAList = 10_000
/** Cells of a row in which a time and a title are looked for, where notes hold the chapters in a table. A row with more is no list of chapters. */
export const chapterCells = 20
/** Problems of one list of chapters that are reported. More than anybody reads in one go. */
export const chapterProblems = 200
/** A transcript. A day of speech is a tenth of it. */
export const transcriptFileBytes = 20 * 1024 * 1024
/** The text of a transcript. A day of speech is a tenth of it. */
export const transcriptCharacters = 20 * 1024 * 1024
/** Lines of a transcript. A day of speech with a time for each word has 900,000. */
export const transcriptLines = 1_000_000
/** Cues of a transcript, counting each voice in a cue. A day of speech with a time for each word has 220,000. */
export const transcriptCues = 250_000
/** Problems of one transcript that are reported. More than anybody reads in one go. */
export const transcriptProblems = 200
/** Cues of all transcripts that are kept in memory during a build. The rest are read again when they are needed. */
export const keptCues = 2_000_000
/** JSON values inside one another. Real ones have five. */
export const jsonLevels = 100
/** JSON values in one file. A day of speech with a time for each word has 1,100,000. */
export const jsonValues = 2_000_000

// Feeds

/** A feed, from a file, from standard input, or unpacked from the web. Apple reads feeds of some megabytes. */
export const feedBytes = 64 * 1024 * 1024
/** Of a text that may be a web page and no feed: by then it has said so. UTF-16 units. */
export const pageBeginning = 4_000
/** The text of a feed, or of another XML file. A feed cannot have more characters than bytes. */
export const xmlCharacters = 64 * 1024 * 1024
/** Elements inside one another. Real feeds have six. */
export const xmlLevels = 200
/** Elements and attributes. 10,000 episodes have 400,000. */
export const xmlNodes = 1_000_000
/** Faults in XML after which reading stops. A file with more is not XML. */
export const xmlProblems = 10_000
/** Faults in XML that are reported. More than anybody reads in one go. */
export const xmlProblemsKept = 200
/** Pages of a feed that an import follows. With ten episodes a page, five thousand. */
export const feedPages = 500
/** Episodes of a feed that are looked at. A daily show has 9,000 after 25 years. */
export const feedItems = 25_000
/** Other elements of one name in one place of a feed, such as persons of an episode, that are looked at. Chapters have no more. */
export const feedEqualElements = 10_000
/** Categories of a feed that are looked at. Apple reads two, and each is compared with all there are. */
export const feedCategories = 50
/** Names of unknown elements that are compared with the known ones. A feed can hold a million of them. */
export const feedUnknownElements = 50
/** Tags reported for one description. Finding the places of more would take longer than reading it. */
export const feedTagsOfAText = 20

// The network

/** The network, for all recordings of one build: after that none is begun. What was measured is remembered, and the next build goes on from there. */
export const webBuildMilliseconds = 900_000
/** Bytes read from the network, for all recordings of one build: after that none is begun. Measuring a thousand of them takes half of it when their hosts answer byte ranges. */
export const webBuildBytes = 4 * 1024 * 1024 * 1024
/** Attempts in a row that a host leaves without an answer, before it is not asked again in this build. Three recordings, three times each. */
export const webSilences = 9
/** The wait until a host begins to answer. Slow ones take two seconds. */
export const webAnswerMilliseconds = 10_000
/** One recording: its headers, and the parts of it that are measured. That is a megabyte or so. */
export const webAudioMilliseconds = 60_000
/** One recording that has to be read from beginning to end, because its host does not answer byte ranges. 1 GiB takes so long at 14 Mbit/s. */
export const webStreamMilliseconds = 600_000
/** Bytes of one recording that are read piece by piece. Where more would have to be counted, the length is estimated; with `--scan-remote` it is read from beginning to end. */
export const webRangeBytes = 8 * 1024 * 1024
/** A recording that has to be read from beginning to end. A day of speech at 96 kbps. */
export const webStreamBytes = 1024 * 1024 * 1024
/** Bytes of one file that `import --download` brings over. A day of video is no podcast. */
export const webFileBytes = 16 * 1024 * 1024 * 1024
/** One file that `import --download` brings over, in one go. What came is kept, and the next run goes on from there. */
export const webFileMilliseconds = 6 * 3_600_000
/** Silence in the middle of a file that is brought over. A host that sends nothing for so long has gone. */
export const webFileSilenceMilliseconds = 60_000
/** Files that `import --download` brings over at once. A host takes more for an attack, and a home has no room for more. */
export const webFiles = 4
/** A live feed. Its readers are less patient. */
export const webFeedMilliseconds = 60_000
/** A form that is sent, such as word to a hub that a feed has changed. Hubs answer before they do anything. */
export const webFormMilliseconds = 30_000
/** Bytes that are read of the reply to a form. It is a sentence, or a page around one. */
export const webReplyBytes = 16 * 1024
/** The headers of an answer. Real ones are a few kilobytes. */
export const webHeaderBytes = 16 * 1024
/** Redirects from one address to the next. Apps follow no more. */
export const webRedirects = 5
/** Connections at once. A host takes more for an attack. */
export const webConnections = 8
/** Answers in which a host sends only a part of what it was asked for. It is asked for the rest each time. */
export const webPieces = 64
/** The longest pause before a host is asked again, whatever it wishes. A build has to go on. */
export const webPauseMilliseconds = 10_000
/** The pause between two looks at what is live, at its longest. A deployment takes a minute or five. */
export const webLookAgainMilliseconds = 30_000
/** The wait for a deployment that may be asked for. A job has an end too. */
export const webWaitSeconds = 3600
/** Bytes of the file that says who was told of what. It has a line for each feed and service. */
export const noticesBytes = 1024 * 1024

// Inside audio files

/** Bytes before the first frame of sound. A file without a frame until then is not audio, whatever follows. */
export const firstFrameBytes = 2 * 1024 * 1024
/** Bytes before the first page of an Ogg file. Streams that were cut out of a broadcast begin within a page, which is no longer than this. */
export const firstOggPageBytes = 64 * 1024
/** An MP3 whose frames are always counted, whatever its header says. That takes 5 ms. */
export const countedMpegBytes = 16 * 1024 * 1024
/** Places where recordings were joined that are remembered. A longer list would help nobody. */
export const audioJoints = 1000
/** Tags at either end of a file. One is usual; some taggers add their own. */
export const tagsAtAnEnd = 8
/** The text of a tag. Nobody's title is longer, and a longer field is a picture. */
export const tagTextBytes = 16 * 1024
/** Frames of an ID3 tag, chapters and their own frames included. A chapter takes three. */
export const id3Frames = 10_000
/** Bytes read of an ID3 tag under unsynchronisation. Its frames cannot be skipped without reading them, and a cover of some megabytes may stand before the chapters. */
export const id3UnsynchronisedBytes = 16 * 1024 * 1024
/** Fields of a Vorbis comment. Real ones have some dozens. */
export const vorbisFields = 10_000
/** Chapters in a Vorbis comment. They are numbered with three digits. */
export const vorbisChapters = 1000
/** Bytes read at the beginning of an Ogg file, until the first sound. Pictures come before it. */
export const oggHeadBytes = 32 * 1024 * 1024
/** Bytes read at the end of an Ogg file, to find the last page. Beside a picture, the last of the sound may be further from the end. */
export const oggTailBytes = 2 * 1024 * 1024
/** Pages of the comments of an Ogg file. A picture of 60 MB takes that many. */
export const oggCommentPages = 1000
/** Bytes read of the comments of an Ogg file. Pictures are skipped. */
export const oggCommentBytes = 1024 * 1024
/** Streams joined in one Ogg file. A recording of a radio station has one for each song. */
export const oggStreams = 10_000
/** Blocks of metadata before the sound of a FLAC file. The format knows seven kinds. */
export const flacBlocks = 128
/** Bytes read at the end of a FLAC file, to find the last frame. No frame of two channels and 24 bits is longer. */
export const flacTailBytes = 1024 * 1024
/** FLAC streams joined in one file. More than a recorder makes of a day. */
export const flacStreams = 100
/** Chunks of a WAV or AIFF. Real files have a dozen. */
export const iffChunks = 1000
/** The texts of a WAV file. Real ones are some hundred bytes. */
export const wavInfoBytes = 64 * 1024
/** One text of an AIFF file. Real ones are some hundred bytes. */
export const aiffTextBytes = 4096
/** Boxes at the top of an MP4 file. An hour in fragments of one second has 7,200. */
export const mp4TopBoxes = 200_000
/** Boxes inside one box of an MP4 file. Real files have some dozens. */
export const mp4Boxes = 4096
/** Tracks of an MP4 file. Films have a dozen. */
export const mp4Tracks = 64
/** Entries of an edit list of an MP4 file. One or two are usual. */
export const mp4Edits = 1000
/** Bytes read of a table of an MP4 file. An hour has 4,000 chunks of eight bytes. */
export const mp4TableBytes = 4 * 1024 * 1024
/** Bytes read of the samples of one fragment of an MP4 file. A fragment of a minute has 40 KB. */
export const mp4RunBytes = 1024 * 1024
/** Chapters of an MP4 file. Nero, which brought them in, writes at most 255. */
export const mp4Chapters = 2000
/** The title of a chapter of an MP4 file. No app shows more. */
export const mp4ChapterTitleBytes = 1024
/** Bytes read of the chapters of a Matroska file. A thousand chapters take a tenth of it. */
export const matroskaChapterBytes = 1024 * 1024
/** Elements of a Matroska file before its sound. Real files have a few. */
export const matroskaElements = 100
/** Bytes read at the end of a Matroska file. A cluster of sound is some kilobytes; of video, some megabytes. */
export const matroskaTailBytes = 16 * 1024 * 1024
/** Bytes of one file for the reader of tags. It skips the sound; more is a loop or an attack. */
export const tagReaderBytes = 32 * 1024 * 1024
/** Bytes read of one recording when its pictures are taken out of it. It can hold a picture for each chapter. */
export const embeddedPictureBytes = 128 * 1024 * 1024
/** Steps of the reader of tags in one file. It takes a few bytes at a time. */
export const tagReaderReads = 100_000

// Inside pictures

/** Bytes of a picture that are looked through. No picture that a directory takes is that large. */
export const pictureBytes = 64 * 1024 * 1024
/** Segments of a JPEG, or chunks of a PNG, before the pixels and again to the end. Real pictures have up to some thousands. */
export const pictureSegments = 20_000
/** Entries in the directory of a TIFF. Real ones have twenty. */
export const tiffEntries = 200

// What is told

/** Findings of one rule in a report. Programs that read it need no more; the last one says how many more there are. People are told the first few, and the count. */
export const findingsOfARule = 1000
/** Changes of one kind from what is published that are told one by one. More have one cause, and one acceptance. */
export const changesOfAKind = 5
/** Characters of a value that a message quotes. Somebody may have pasted a book. */
export const quotedCharacters = 200
/** Characters of a message, whatever it quotes. It has to be read. */
export const messageCharacters = 1200
/** Findings of one rule that people are always told one by one, and places that are named of more. Whoever mends three mends the rest in the same way. */
export const fewOfOneRule = 3
/** Findings of one rule that people are told one by one where each says something else. Beyond, three are told and the rest is counted. */
export const alikeTold = 5
/** Episodes that wait for their time, and as many drafts, named by a build. More would hide the summary: the command upcoming lists what is scheduled. */
export const comingNamed = 3
/** Related places that are shown with their lines. A guid shared by fifty episodes does not need fifty. */
export const relatedPlaces = 5
/** Files in the output that belong to nobody any more, named one by one. The rest is counted. */
export const staleFilesNamed = 20
/** Rows in the summary of a run on GitHub. Nobody reads more, and GitHub takes 1 MiB. */
export const jobSummaryRows = 50
/** Characters of a title that are compared with the tags of the audio. No title is longer. */
export const comparedTitleCharacters = 500
/** Titles that share a word, for it to tell which episode a tag means. What stands in more titles tells none from the others. */
export const titlesOfAWord = 100
/** Shows that are named to somebody who named none. More would fill the screen. */
export const showsNamed = 5
/** Words of two texts together that are compared word by word. Longer ones are shown one after the other. */
export const diffWords = 40_000
/** Words that are added or removed between two texts that are compared word by word. With more, they have little in common. */
export const diffWordEdits = 1500
/** Episodes of each kind of change that a difference names for people. Programs get them all. */
export const diffEpisodes = 20
/** Of a text that was changed, in a difference for people. What it is about is seen in the first lines. */
export const diffTextCharacters = 600
/** The page of a difference in Markdown. GitHub takes comments of 65,536 characters. */
export const diffPageCharacters = 60_000
/** Steps through the code of a page in Markdown (MDX). Half a second; of what no page needs, the rest stays as it is written. */
export const mdxSteps = 4_000_000
/** Elements inside one another in MDX. No page nests deeper. */
export const mdxLevels = 100
/** Kinds of code that are left out of one page, named. More kinds are not worth keeping. */
export const mdxKinds = 100
/** Mebibytes of two recordings that are compared. Who puts a file of a terabyte into a show does not hold up its build. */
export const comparedMebibytes = 256
/** Comparisons of file names, to find the nearest. It takes the product of those looked for and those that there are. */
export const nameComparisons = 200_000
/** Values still to be filled in that are named in a sentence. A sentence has to be read. */
export const namedPlaceholders = 12
/** Rounds of repairs of one show. A repair can bring another mistake to light; real files need two rounds or three. */
export const fixRounds = 10
/** Times that a show is judged while the repair is looked for that makes it worse. What has not been tried then is left. */
export const fixTrials = 100
/** Characters of a text in front matter that may name a file. No path of a show is longer. */
export const nameCharacters = 1000

// The mapping of a site
/** A regular expression of show.md. Nobody reads a longer one. */
export const patternCharacters = 500
/** Steps of the program that a regular expression becomes. A repetition such as `a{1000}` is a thousand. */
export const patternProgram = 2_000
/** Characters of a text that a regular expression looks at. What it is to find stands near the beginning. */
export const patternText = 64 * 1024
/** Steps times characters, of all regular expressions of a show together. Some ten seconds; those of a real show take a fraction of one. */
export const patternSteps = 200_000_000
/** Data files and files beside episodes that are read for a show. One or two beside each of ten thousand episodes. */
export const dataFiles = 20_000
/** Sources within one another in `fields`. Real ones have four. */
export const sourceLevels = 12
/** Files of a site that `adopt` looks through. Its pages are read and kept, and no site of a podcast comes near. */
export const adoptedFiles = 50_000
/** Keys of one page that `adopt` looks at. Real pages have some dozens. */
export const adoptedKeys = 400
/** Dates by which `adopt` works out the time zone of a site. Enough to tell summer from winter. */
export const adoptedDates = 100

// Pages

/** One page of the show lists so many episodes. More would be slow on a phone. */
export const episodesOnAPage = 100
/** Episodes that the page of another one names. More would make it a list of its own. */
export const recentEpisodes = 4
/** Episodes that a review shows. More are looked at one by one in their own pull requests. */
export const reviewEpisodes = 20
/** Bytes of the recordings that a review takes along. It is uploaded by every run. */
export const reviewAudioBytes = 300 * 1024 * 1024
/** Of a recording, read at once for a preview. Players ask for some hundred kilobytes at a time. */
export const previewChunkBytes = 256 * 1024
/** What a page of a preview may send: a few values. More is none of ours. */
export const previewBodyBytes = 64 * 1024
/** Findings on a page of a preview. Nobody reads more. */
export const previewFindings = 500
/** Errors that a preview names where they keep changes from being shown. Its page of problems has all of them. */
export const previewErrors = 5
/** Of the text of a list about an episode. Two or three sentences. */
export const teaserCharacters = 280
/** Of all the words in the index of the search. Packed it stays below 300 KB, which a phone loads while somebody types. */
export const searchCharacters = 800_000
/** Of the words of all transcripts in one part of the index. It is loaded when somebody asks for transcripts. */
export const searchPartCharacters = 400_000
/** A colour, font or length in `theme`. A list of fonts has a hundred characters. */
export const cssValueCharacters = 300
/** Files in the folder of a theme. Real ones have some dozens. */
export const themeFiles = 500
/** All templates and stylesheets of a theme together. Ours are a hundredth of it. */
export const themeBytes = 4 * 1024 * 1024
/** A word or sentence in `messages`. Ours have a tenth of it. */
export const pageWordCharacters = 500
/** A template of a theme. A large one has some thousands. */
export const templateCharacters = 1024 * 1024
/** Tags and values that one page renders. A page with 300 chapters and a transcript of two hours has 20,000. */
export const templateSteps = 2_000_000
/** Tags and values that all pages of a show render. Those of 1,000 episodes with transcripts have five million, and of 10,000 thirty. */
export const siteSteps = 200_000_000
/** What the templates of one page make of lists and texts, as the library counts it. Our own make a hundredth of it. */
export const templateMemory = 10_000_000
/** What the templates make of one page. The transcript of a day is a tenth of it. */
export const pageCharacters = 64 * 1024 * 1024
