/**
 * The words of the interface, all of them: what pages say beside their content. A site in another language translates
 * this file, and sets `language` in site.config.ts, after which dates, numbers and plural forms go.
 *
 * What stands in braces, as in `{title}`, is filled in: keep its name and put it where the sentence needs it. Forms that
 * depend on a number have the names of `Intl.PluralRules`, with `#` for the number and the form `other` last; Arabic
 * has `zero: … | one: … | two: … | few: … | many: # … | other: # …`.
 *
 * Each is a text of its own, so that the build writes it into the scripts that use it and into no others.
 */

// The frame of every page.
export const skipToContent = 'Skip to the content';
export const siteNavigation = 'Site';
export const trail = 'Where this page stands';
export const theme = 'Theme:';
export const themeSystem = 'system';
export const themeLight = 'light';
export const themeDark = 'dark';
export const credits = 'Written by {author}, free to use under {licence}.';
export const feed = 'Feed';
export const source = 'Source';

// Around the text of a page.
export const onThisPage = 'On this page';
export const lastChanged = 'Last changed on {date}';
export const editPage = 'Edit this page';
export const pageHistory = 'Its history';
export const pageAsMarkdown = 'This page as Markdown';
export const copyMarkdown = 'Copy it';
export const related = 'About the same';
export const backLinks = 'What links here';
export const morePages = 'one: # more page | other: # more pages';
export const commentsFeed = 'Comments';

// The kinds of pages, as headings and in the way up from a page.
export const articles = 'Articles';
export const guides = 'Guides';
export const drivers = 'Drivers';
export const errors = 'Errors';
export const knownErrors = 'Known errors';
export const tags = 'Tags';

// Home.
export const whichDriver = 'Which driver am I on?';
export const pasteDockerInfo = '{link}: what it means, and what to do first.';
export const pasteDockerInfoLink = 'Paste what docker info printed';
export const describedLink = '{link}: {description}';
export const whichToUse = 'Which driver should I use?';
export const chooseOrCompare =
  '{choose}: engine, kernel, filesystem, with or without root. Or {compare}, fact by fact, each fact with its source.';
export const chooseLink = 'Choose by what you have';
export const compareLink = 'one: compare # driver | other: compare # drivers';
export const writtenLately = 'What was written lately';

// Where no page is.
export const notFoundTitle = 'Page not found';
export const notFoundDescription = 'There is no page at this address.';
export const notFoundHeading = 'There is no page at this address';
export const notFoundHelp = 'The link may be old, or mistyped. These will help:';
export const notFoundSearch = '{search} for what your terminal printed';
export const notFoundErrors = '{errors}, to the letter';
export const allKnownErrors = 'All known errors';
export const allArticles = 'All articles';

// Lists of pages.
export const articlesDescription = 'All articles about container storage drivers, newest first.';
export const yearsAndTags = 'Years and tags';
export const byTag = 'By tag';
export const feedsWithText = 'Feeds with the full text: {feeds}';
export const tagsDescription = 'What articles are about, with the number of articles for each.';
export const tagDescription = 'All articles about {tag}, newest first.';
export const tagFeed = 'Feed of this tag';
export const guidesDescription = 'How to do one thing with a storage driver, step by step.';
export const errorsDescription =
  'Every known message to the letter. Find yours with the search of your browser, Ctrl-F.';
export const messagesAreElsewhere = '{messages} are a list of their own.';
export const messagesLink = 'All messages from A to Z';
export const errorGroups = 'Groups of errors';

// Feeds, and what programs read.
export const rssFeed = '{site}, RSS';
export const jsonFeed = '{site}, JSON';
export const commentsFeedTitle = 'Comments on {title}';
export const commentsFeedSubtitle = 'What is said under “{title}” on {site}.';
export const commentTitle = '{kind} by {author}';
export const markdownNote =
  'Every page of this site is also Markdown, at its address with .md in place of the last slash. All texts of this list in one file: {address}';

// Search.
export const search = 'Search';
export const searchDescription =
  'Find an article, a guide or a known error by its words, or by what your terminal printed.';
export const searchQuestion = 'What did your terminal print?';
export const searchHint = 'Words, a line, or a whole log. Nothing you type or paste leaves your browser.';
export const searchSubmit = 'Find the way out';
export const searchExamples = 'Try {examples}';
export const exampleMessage = 'a message';
export const exampleWords = 'two words';
export const exampleWordsText = 'storage driver';
export const examplePaste = 'a whole paste';
export const searchWithoutScript =
  'Search needs JavaScript. {index} works without it, with the search of your browser: Ctrl-F, or “Find in page” on a phone.';
export const messageIndexLink = 'The index of all known messages';
export const searchNotLoaded = 'The search could not be loaded. Reload the page, or look through {messages}.';
export const messageListLink = 'the list of all known messages';
export const allMessages = 'All known messages, from A to Z';
export const findYours = 'Find yours with the search of your browser: Ctrl-F, or “Find in page” on a phone.';
export const close = 'Close';
export const openWithKey = 'Open with the key {key} too';

// What a search found.
export const results = 'Results';
export const looksLikeError = 'This looks like an error';
export const looksAlike = 'looks like it';
export const kindArticle = 'Article';
export const kindGuide = 'Guide';
export const kindError = 'Known error';
export const kindDriver = 'Driver';
export const kindComment = 'Comment';
export const kindPage = 'Page';
export const pages = 'Pages';
export const pagesWith = 'Pages with “{query}”';
export const noneWithAll = '{heading}, none with all of these words';
export const kindsOfResults = 'Kinds of results';
export const allResults = 'All {count}';
export const anyDriver = 'Any';
export const aboutOneDriver = 'About one driver only';
export const aboutDriver = 'About {driver} only';
export const loadingIndex = 'Loading the search index…';
export const onlyFirstLetters = 'Only the first {count} letters are searched.';
export const adviceAbove = 'What this output says about your machine stands above.';
export const foundErrors = 'one: # known error | other: # known errors';
export const foundPages = 'one: # page | other: # pages';
export const both = '{one} and {other}';
export const found = '{found} found.';
export const foundBest = '{found} found, the best {count} shown.';
export const foundNothing = 'Nothing was found for “{text}”.';
export const onNoPage = 'one: {words} is on no page. | other: {words} are on no page.';
export const soughtInstead = 'one: {words} was looked for instead. | other: {words} were looked for instead.';
export const allAboutDriver = 'All pages are about {driver}.';
export const indexNotLoaded = 'The search index could not be loaded.';
export const foundWithoutIndex = 'Found without it: {found}.';
export const quoted = '“{text}”';
export const comma = ', ';
export const andMore = '{words} and {count} more';
export const checkConnection = 'Check the connection. The {messages} works without the index. {again}';
export const listOfMessages = 'list of all known messages';
export const tryAgain = 'Try again';
export const searchAdvice =
  'Keep the words of the message and leave out paths, numbers and ids, or paste more of the log: the cause is often some lines further up. Or look through the {messages}.';
export const inWhatYouPasted = 'In what you pasted';
export const linesOfText = 'Lines of your text';
export const moreLines = 'one: # more line | other: # more lines';
export const askFirst = 'Ask first:';
export const reportUnknown = 'Report an error that is not known here';
export const reportWhatGoes =
  'Ids, host names, user names, addresses and tokens were taken out. Take out what else is yours. Only what stands here goes along, and only when you follow the link.';
export const reportLink = 'Open a new issue on GitHub with this text';
export const reportTitle = 'An error that is not in the list';
export const reportRest = 'What I did, and on which engine and version:';

// The page of an error.
export const isThisYours = 'Is this yours?';
export const somebodyAsked = 'Somebody asked about this, and {answer}.';
export const answerAccepted = 'an answer was accepted';
export const moreWordings = 'one: # more wording of the same error | other: # more wordings of the same error';
export const sourcesChecked = 'one: # source, checked on {date} | other: # sources, checked on {date}';
export const severityDataLoss = 'Data may be lost';
export const severityDown = 'Nothing starts until it is mended';
export const severityBlocked = 'One operation fails';
export const severityDegraded = 'It works, but worse';
export const severityNotice = 'Nothing is wrong yet';
export const duringSpace = 'No space left';
export const duringStart = 'The engine does not start, or warns when it does';
export const duringImage = 'Pulling, building, loading an image';
export const duringRun = 'Starting a container, mounting its layers';
export const duringRemove = 'Removing a container, a layer or an image';
export const duringDisk = 'The disk below fails';
export const commandsFilled = 'Filled into the commands below from what you pasted: {values}.';
export const showPlaceholders = 'Show the placeholders again';
export const placeholdersShown = 'The commands show placeholders again.';

// Articles.
export const draft = 'Draft';
export const scheduled = 'Scheduled';
export const onlyPreviewShows = '{state}: only this preview shows it.';
export const updated = 'updated {date}';
export const checked = 'checked {date}';
export const by = 'by {author}';
export const readingTime = 'other: # min to read';
export const aboutAnother = 'About {page}';
export const saidHere = 'What is said of it here';
export const seriesPart = 'Part {part} of {parts}: {series}';
export const series = 'Series: {series}';
export const otherArticles = 'Other articles';
export const older = 'Older';
export const newer = 'Newer';

// Guides.
export const allGuides = 'All guides';
export const otherGuides = 'Other guides';
export const before = 'Before';
export const next = 'Next';
export const youWillNeed = 'You will need';
export const checkedAgainstSources = 'Checked against its sources on {date}';
