/**
 * Every bound there is: what a show, a file or a host may hold before the program stops reading, asking or telling. A stranger's
 * pull request may be the input: none of it may take time or memory without end. Where a bound is met, that is said.
 *
 * A comment begins with what is counted; why it is so many follows. docs/limits.md is made of them. `…Bytes`, `…Characters`
 * (UTF-16 units) and `…Milliseconds` say their unit.
 */

// Folders and files

/** Everything that stands in a show folder, sub-folders and links included. More is a home folder that was named by mistake. */
export const showFiles = 100_000
/** Folders inside one another. Nobody finds an episode deeper, and each name is longer than the one above. */
export const folderLevels = 64
/** A Markdown file. The largest real notes are some hundred kilobytes. */
export const markdownFileBytes = 8 * 1024 * 1024
/** The lock. An episode takes about 300 bytes. */
export const lockFileBytes = 64 * 1024 * 1024
/** Any other file that is read whole. No text of a show comes near it. */
export const wholeFileBytes = 1024 * 1024 * 1024
/** Files of the show and of the output that are watched for changes. With more, every build works everything out again. */
export const watchedFiles = 200_000
/** The age at which a temporary file of the cache belongs to nobody any more. */
export const abandonedCacheMilliseconds = 3_600_000

// Front matter

/** The front matter of a file. A podcast's is some kilobytes. */
export const frontMatterCharacters = 512 * 1024
/** Lists and maps inside one another. Real ones have four. */
export const frontMatterLevels = 64
/** Blank lines in a row. More would make the search for comments take time by their square. */
export const frontMatterBlankLines = 500
/** Aliases (`*name`) in one file. Nobody writes more by hand. */
export const frontMatterAliases = 100
/** Values, each alias written out. Aliases of aliases multiply. */
export const frontMatterValues = 100_000
/** Syntax errors that are found in one run. More than anybody repairs in one go, and each costs some readings of the YAML. */
export const frontMatterErrors = 20
/** What is read of one front matter in all, to go on after its errors. It keeps that to some tenths of a second. */
export const frontMatterParsedCharacters = 2 * 1024 * 1024
/** Problems of one front matter that are told. More than anybody reads in one go. */
export const frontMatterProblems = 50

// Notes

/** Markup inside one another, in Markdown and HTML. Deeper, the marks are left out and the text stays. */
export const notesLevels = 100
/** Tags that are open at once. The reader of HTML takes time by their square: 25,000 are half a second, 120,000 are ten. */
export const notesTags = 25_000
/** Problems of one kind that are told of one text. To find the places of more would take longer than to read it. */
export const notesProblemsOfAKind = 50

// Chapters and transcripts

/** A file of chapters. Far above any list of chapters. */
export const chaptersFileBytes = 16 * 1024 * 1024
/** The text of such a file. Ten thousand chapters take a quarter of it. */
export const chaptersCharacters = 4 * 1024 * 1024
/** Chapters of one episode. No app shows so many. */
export const chaptersInAList = 10_000
/** Problems of one list of chapters that are told. More than anybody reads in one go. */
export const chapterProblems = 200
/** A transcript. A day of speech is a tenth of it. */
export const transcriptFileBytes = 20 * 1024 * 1024
/** The text of a transcript. A day of speech is a tenth of it. */
export const transcriptCharacters = 20 * 1024 * 1024
/** Lines of a transcript. A day of speech, each word with a time of its own, has 900,000. */
export const transcriptLines = 1_000_000
/** Cues of a transcript, each voice of a cue counted. A day of speech, each word with a time of its own, has 220,000. */
export const transcriptCues = 250_000
/** Problems of one transcript that are told. More than anybody reads in one go. */
export const transcriptProblems = 200
/** Cues of all transcripts that are kept until the end of a build. Those beyond are read again when they are wanted. */
export const keptCues = 2_000_000
/** JSON values inside one another. Real ones have five. */
export const jsonLevels = 100
/** JSON values in one file. A day of speech, each word with a time of its own, has 1,100,000. */
export const jsonValues = 2_000_000

// Feeds

/** A feed, from a file, from standard input, or unpacked from the web. Apple reads feeds of some megabytes. */
export const feedBytes = 64 * 1024 * 1024
/** The text of a feed, or of another XML file. As much as the bytes of a feed can be. */
export const xmlCharacters = 64 * 1024 * 1024
/** Elements inside one another. Real feeds have six. */
export const xmlLevels = 200
/** Elements and attributes. 10,000 episodes have 400,000. */
export const xmlNodes = 1_000_000
/** Faults in XML after which reading stops. A file with more is no XML. */
export const xmlProblems = 10_000
/** Faults in XML that are told. More than anybody reads in one go. */
export const xmlProblemsKept = 200
/** Categories of a feed that are looked at. Apple reads two, and each is compared with all that there are. */
export const feedCategories = 50
/** Names of unknown elements that are compared with those that are known. A feed can hold a million. */
export const feedUnknownElements = 50
/** Tags that are told of one description. To find the places of more would take longer than to read it. */
export const feedTagsOfAText = 20

// The network

/** For all recordings of one build. What was measured until then is remembered, and the next build goes on there. */
export const webBuildMilliseconds = 900_000
/** Read of all recordings of one build. A thousand of them are measured with half of it, when their hosts answer byte ranges. */
export const webBuildBytes = 4 * 1024 * 1024 * 1024
/** Attempts in a row that a host does not answer, or answers that it cannot, before it is not asked again in this build. */
export const webSilences = 9
/** Until a host begins to answer. Slow ones take two seconds. */
export const webAnswerMilliseconds = 10_000
/** For one recording, its headers and the parts of it that are measured. */
export const webAudioMilliseconds = 60_000
/** For one recording that has to be read from beginning to end, because its host does not answer byte ranges. */
export const webStreamMilliseconds = 600_000
/** Read in parts of one recording. What needs more is read from beginning to end. */
export const webRangeBytes = 8 * 1024 * 1024
/** A recording that has to be read from beginning to end. A day of speech at 96 kbps. */
export const webStreamBytes = 1024 * 1024 * 1024
/** For a feed that is live, to read it whole. */
export const webFeedMilliseconds = 60_000
/** The headers of an answer. Real ones are some kilobytes. */
export const webHeaderBytes = 16 * 1024
/** Steps from one address to the next. Apps follow no more. */
export const webRedirects = 5
/** Connections at once. More look like an attack to a host. */
export const webConnections = 8
/** Answers in which a host may send a part of what it was asked for. Each is asked for the rest. */
export const webPieces = 64
/** The longest pause before a host is asked again, whatever it wishes. */
export const webPauseMilliseconds = 10_000

// Inside audio files

/** Garbage in front of the first frame. A file that has none until then is no audio, whatever follows. */
export const firstFrameBytes = 2 * 1024 * 1024
/** Garbage in front of the first page of an Ogg. */
export const firstOggPageBytes = 64 * 1024
/** An MP3 whose frames are counted whatever its header says. It takes 5 ms, and is better than to trust. */
export const countedMpegBytes = 16 * 1024 * 1024
/** Places at which recordings were joined, that are remembered. Beyond, a list of them helps nobody. */
export const audioJoints = 1000
/** Tags at either end of a file. One is usual; some taggers add their own. */
export const tagsAtAnEnd = 8
/** The text of a tag. Nobody's title is longer, and a longer field is a picture. */
export const tagTextBytes = 16 * 1024
/** Frames of an ID3 tag, chapters and their own frames included. */
export const id3Frames = 10_000
/** What is read of an ID3 tag under unsynchronisation, whose frames cannot be skipped without reading them. */
export const id3UnsynchronisedBytes = 128 * 1024
/** Fields of a Vorbis comment. */
export const vorbisFields = 10_000
/** Chapters in a Vorbis comment. The standard has room for 1,000. */
export const vorbisChapters = 1000
/** Read of the beginning of an Ogg, until the first sound. Pictures stand in front of it. */
export const oggHeadBytes = 32 * 1024 * 1024
/** Read of the end of an Ogg, until the last page. */
export const oggTailBytes = 2 * 1024 * 1024
/** Pages of the comments of an Ogg. A picture of 60 MB takes so many. */
export const oggCommentPages = 1000
/** Read of the comments of an Ogg. Pictures are skipped. */
export const oggCommentBytes = 1024 * 1024
/** Streams joined in one Ogg. A radio's recording has one for each song. */
export const oggStreams = 10_000
/** Blocks of metadata in front of a FLAC. The format has seven kinds. */
export const flacBlocks = 128
/** Read of the end of a FLAC, until the last frame. No frame of two channels and 24 bits is longer. */
export const flacTailBytes = 1024 * 1024
/** FLAC streams joined in one file. */
export const flacStreams = 100
/** Chunks of a WAV or AIFF. Real files have a dozen. */
export const iffChunks = 1000
/** The texts of a WAV. */
export const wavInfoBytes = 64 * 1024
/** A text of an AIFF. */
export const aiffTextBytes = 4096
/** Boxes of an MP4 beside one another, at its top. An hour in fragments of one second has 7,200. */
export const mp4TopBoxes = 200_000
/** Boxes inside one box of an MP4. Real files have some dozens. */
export const mp4Boxes = 4096
/** Tracks of an MP4. Films have a dozen. */
export const mp4Tracks = 64
/** Entries of an edit list of an MP4. One or two are usual. */
export const mp4Edits = 1000
/** Read of a table of an MP4. An hour has 4,000 chunks of eight bytes. */
export const mp4TableBytes = 4 * 1024 * 1024
/** Read of the list of samples of one fragment of an MP4. */
export const mp4RunBytes = 1024 * 1024
/** Chapters of an MP4. */
export const mp4Chapters = 2000
/** The title of a chapter of an MP4. */
export const mp4ChapterTitleBytes = 1024
/** Elements of a Matroska file in front of its sound. Real files have a few. */
export const matroskaElements = 100
/** Read of the end of a Matroska file. A cluster of sound is some kilobytes; of video, some megabytes. */
export const matroskaTailBytes = 16 * 1024 * 1024
/** Read of one file by the reader of tags. It skips the sound; more is a loop or an attack. */
export const tagReaderBytes = 32 * 1024 * 1024
/** Steps of the reader of tags in one file. It reads some bytes at a time. */
export const tagReaderReads = 100_000

// Inside pictures

/** Read of a picture. None that a directory takes comes near it. */
export const pictureBytes = 64 * 1024 * 1024
/** Segments of a JPEG, or chunks of a PNG, in front of the picture and again to its end. Real ones have up to some thousands. */
export const pictureSegments = 20_000
/** Entries of the directory of a TIFF. Real ones have twenty. */
export const tiffEntries = 200

// What is told

/** Findings of one rule in one file. More than anybody repairs in one go; the last says how many more there are. */
export const findingsOfARuleInAFile = 50
/** Findings of one rule in a run. Programs that read the report need no more; the last says how many more there are. */
export const findingsOfARule = 1000
/** What a message shows of a value. Somebody may have pasted a book. */
export const quotedCharacters = 200
/** A message, whatever it shows. */
export const messageCharacters = 1200
/** Files in which the same is said for people, before it is said of three and counted. */
export const foldedFiles = 20
/** Findings of one rule in a feed, before three are told and the rest is counted. A program makes the same mistake in every item. */
export const feedFindingsOfARule = 5
/** Places beside a finding that are shown with their lines. A guid shared by fifty episodes needs no fifty. */
export const relatedPlaces = 5
/** Files in the output that belong to nobody any more, and are named one by one. */
export const staleFilesNamed = 20
/** Rows of the summary of a run on GitHub, which takes 1 MiB. Nobody reads more. */
export const jobSummaryRows = 50
/** What is compared of a title, with the title in the tags of the audio. */
export const comparedTitleCharacters = 500
/** Titles that share a word, for which it still tells one from the others: which episode a tag may mean is looked for by words. */
export const titlesOfAWord = 100
