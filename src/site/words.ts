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
export const themeNext = 'Change the theme';
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
export const wholePicture = 'Open the whole picture';
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
  'Every known message to the letter. Find yours with the search of your browser: Ctrl-F, or “Find in page” on a phone.';
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
export const formWithoutScript = 'The form needs JavaScript. What stands below works without it.';
export const searchNotLoaded = 'The search could not be loaded. Reload the page, or look through {messages}.';
export const messageListLink = 'the list of all known messages';
export const allMessages = 'All known messages, from A to Z';
export const findYours = 'Find yours with the search of your browser: Ctrl-F, or “Find in page” on a phone.';
export const letters = 'Letters';
export const otherLetters = 'Other letters and digits';
export const close = 'Close';
export const openWithKey = 'Open with the key {key} too';
export const keysTitle = 'Keys';
export const keyHome = 'Home';
export const keyEnd = 'End';
export const keyEscape = 'Esc';
export const keysInUse = 'Use the keys / and ? by themselves';
export const keysOfSearch = 'Search';
export const keysOfList = 'This list, while nothing else has the focus';
export const keysOfTable = 'In a comparison, from cell to cell; Enter shows the source';
export const keysOfLines = 'On the link of a line in a terminal, to the next line';
export const keysOfClosing = 'Close what lies over the page';

// What a search found.
export const results = 'Results';
export const looksLikeError = 'This looks like an error';
export const compareNamed = 'Compare {drivers}';
export const factByFact = 'What differs and what is the same, fact by fact, each with its source and its day.';
export const looksAlike = 'looks like it';
export const ifInContainer = 'if it happened in a container or its engine';
export const notInVersion = 'not in {place}';
export const notKnownWith = 'not known with {place}';
export const notOnSystem = 'not on {place}';
export const takenForMachine = 'Read for {machine}.';
export const doNotApply = 'one: # answer does not apply there. | other: # answers do not apply there.';
export const machineNotLoaded = 'Which answers apply to your machine could not be loaded.';
export const machineOfText = 'Your machine';
export const machineRead = 'Read from your text:';
export const takeAway = 'Take away {facet}';
export const takenAway = '{facet} was taken away.';
export const machineByHand = 'Say what your machine has';
export const machineByHandHint = 'Answers that do not apply to it stand last, and say so.';
export const machineEngine = 'Engine';
export const engineVersion = 'Version of the engine';
export const machineDriver = 'Driver';
export const machineSystem = 'System';
export const systemVersion = 'Version of the system';
export const notSaid = 'Not said';
export const applyMachine = 'Apply';
export const kindArticle = 'Article';
export const kindGuide = 'Guide';
export const kindError = 'Known error';
export const kindDriver = 'Driver';
export const kindComment = 'Comment';
export const kindPage = 'Page';
export const discussionOf = '{title} – discussion';
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
export const adviceFirst = 'What this output says about your machine stands first.';
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
export const errorsNotLoaded = 'The list of known errors could not be loaded, so no message was recognised.';
export const searchPartsNotLoaded = 'Neither the list of known errors nor the search index could be loaded.';
export const foundWithoutIt = 'Found without it: {found}.';
export const quoted = '“{text}”';
export const comma = ', ';
export const andMore = '{words} and {count} more';
export const checkConnection = 'Check the connection. The {messages} works without the search. {again}';
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
export const reportError = 'Report what is wrong or missing here';
export const errorReportSays = '{page} says of {message}, read on {checked}:';
export const errorReportRest = 'What I saw instead, on which engine and version:';
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
export const wholeSeries = 'All {parts} parts';
export const otherArticles = 'Other articles';
export const older = 'Older';
export const newer = 'Newer';

// Guides.
export const allGuides = 'All guides';
export const otherSection = 'Other';
export const otherGuides = 'Other guides';
export const before = 'Before';
export const next = 'Next';
export const youWillNeed = 'You will need';
export const checkedAgainstSources = 'Checked against its sources on {date}';

// Answers about drivers. What readers see and what the chooser reads are the same words: each needs one of its own.
export const unknown = 'unknown';
export const notApplicable = 'not applicable';
export const notYet = 'not yet';
export const removed = 'removed';
export const yes = 'yes';
export const no = 'no';
export const verified = 'verified';
export const unverified = 'unverified';
export const anyBut = 'any but {list}';
export const since = 'since {version}';
export const until = 'until {version}';
export const from = 'from {version}';
export const beforeVersion = 'before {version}';
export const fromToBefore = '{from} to before {before}';
export const notLookedUp = 'Nobody has looked up what held before {version}.';
export const releaseInNote = 'the release in the note';
export const noSourceFound = 'no source found';
export const sourceLink = 'source';
export const sourceNumber = 'source {number}';
export const sourceOfDate = '{source} of {date}';
export const editFact = 'Edit this fact';
export const editFactShort = 'edit this fact';
export const editFactNamed = 'Edit this fact: {fact}';
export const reportFact = 'Report this fact';
export const reportFactShort = 'report';
export const reportFactNamed = 'Report {fact}';
export const factAddress = 'Link to this answer';
export const factReportSays = '{page} says “{answer}”.';
export const factReportSource = 'Source given:';
export const factReportNoSource = 'none';
export const factReportRest = 'What it should say, and where that is written:';

// Moments of the past.
export const months = 'January February March April May June July August September October November December';
export const dayInWords = '{day} {month} {year}';

// The comparison.
export const driversTitle = 'Storage drivers compared';
export const driversDescription =
  'one: # container storage driver, fact by fact, each with its source and the day on which it was checked. | other: # container storage drivers, fact by fact, each with its source and the day on which it was checked.';
export const compareOrChoose = '{compare}, or {choose}.';
export const compareThem = 'Compare them';
export const chooseLinkShort = 'choose by what you have';
export const sideBySide = 'All of them, side by side';
export const readyViews = 'Ready-made views';
export const viewOverlays = 'Where three overlays differ';
export const viewDocker = 'Docker, measured by overlay2';
export const viewPast = 'As of July 2014';
export const viewLimit = 'Sorted by layer limit';
export const comparisonCaption = 'Storage drivers, fact by fact';
export const comparisonOf = 'Comparison of {drivers}';
export const captionAsOf = '{value}, as of {moment}';
export const sameAsData = 'The same as data: {json}, {csv}.';
export const reliableData = 'What you may rely on';
export const fact = 'Fact';
export const onlyDifferences = 'Show only what differs';
export const changeTable = 'Change this table';
export const controlsNotLoaded = 'The controls could not be loaded. Reload the page.';
export const sourcesWithDays = 'Sources, with the day on which each was read';
export const findFact = 'Find a fact';
export const findFactExample = 'inode, rootless';
export const asOfMoment = 'As of a day or a release';
export const asOfExample = 'July 2014, Docker 17.06';
export const howToWriteMoments = 'Write a moment such as 24 July 2014, Docker 17.06 or today.';
export const compareWith = 'Compare with';
export const compareWithNothing = 'nothing';
export const sortBy = 'Sort the drivers by';
export const sortByDefault = 'engine and name';
export const groupsOfFacts = 'Groups of facts';
export const oneBelowOther = 'One fact below the other';
export const onlyThese = 'Only these';
export const moveLeft = 'Move {value} left';
export const moveRight = 'Move {value} right';
export const copyAsMarkdown = 'Copy as Markdown';
export const downloadCsv = 'Download CSV';
export const copyLink = 'Copy link';
export const showAllAgain = 'Show all again';
export const pastNotLoaded = 'The past could not be loaded. ';
export const factsShown = '{value} of {all} facts';
export const driversShown = '{value} of {all} drivers';
export const movedTo = '{value} is number {place}. ';
export const saved = 'Saved.';
export const copied = 'Copied.';
export const clipboardRefused = 'This page may not write to the clipboard.';
export const readOn = 'read';
export const same = 'same';
export const more = '{value} more';
export const fewer = '{value} fewer';
export const laterThan = 'later than {value}';
export const earlierThan = 'earlier than {value}';
export const adds = 'adds {value}';
export const lacks = 'lacks {value}';
export const semicolon = '; ';
export const insteadOf = 'instead of {value}';

// The page of a driver.
export const otherDrivers = 'Other drivers';
export const insteadOfThis = 'Instead of this: {driver}';
export const inPlaceOf = 'In place of: {drivers}';
export const onSameBase = 'On the same base: {drivers}';
export const compareThese = 'Compare them side by side';
export const whatHappened = 'What happened to it';
export const whenItFails = 'When it fails, and more to read';
export const driverData = 'The same as data: {link}';
export const eventIntroduced = 'introduced';
export const eventDefault = 'default';
export const eventOrder = 'order';
export const eventDeprecated = 'deprecated';
export const eventRemoved = 'removed';
export const eventLimit = 'limit';
export const eventFeature = 'feature';
export const eventRequirement = 'requirement';
export const eventPolicy = 'policy';

// The chooser.
export const chooserTitle = 'Choose a storage driver';
export const chooserDescription =
  'Say what you have and what you need: which storage drivers can run there, best first, and why the others cannot.';
export const whatDecides = 'What decides, for all of them';
export const decisionCaption = 'One line a driver; each word leads to its source';
export const driver = 'Driver';
export const whatYouHave = 'What you have';
export const engine = 'Engine';
export const itsRelease = 'Its release';
export const theNewest = 'the newest';
export const distribution = 'Distribution';
export const anyOther = 'any other';
export const linuxKernel = 'Linux kernel';
export const kernelExample = 'uname -r';
export const dataFilesystem = 'Filesystem of the data directory';
export const notSure = 'not sure';
export const withoutDType = 'It was made without d_type (XFS: ftype=0)';
export const runsWithoutRoot = 'The engine runs without root';
export const whatYouNeed = 'What you need';
export const needSizeLimit = 'a limit for what one container writes';
export const needSmallFiles = 'many small files';
export const needSnapshots = 'snapshots of the storage below';
export const needLazyPull = 'containers that start before the pull is done';
export const showAnswer = 'Show the answer';
export const effectNo = 'No:';
export const effectIf = 'Only if:';
export const effectOpen = 'Open:';
export const effectGood = 'Good:';
export const effectBad = 'Mind:';
export const howToWriteRelease = 'Write the release in digits and dots, such as 20.10.';
export const howToWriteKernel = 'Write the kernel as uname -r prints it, such as 5.15.0.';
export const factsNotLoaded =
  'The facts could not be loaded. Check the connection and change something to try again; the table below has them too.';
export const noneCanRun =
  'None of {all} drivers can run there. The reasons are below: give up one wish, or change what they name.';
export const someCanRun = '{some} of {all} drivers can run there. The best is {driver}.';
export const whyNotOthers = 'Why not the other {count}';

// Reasons of the chooser. What a fact's note says follows, in the language of the content.
export const reasonRelease = "{engine} {release} can't run on it; releases {releases} can.";
export const reasonOwner = 'It belongs to {owner}, and no use by {engine} is on record.';
export const reasonLater = 'It came later: {version}.';
export const reasonRemoved = 'It was removed in {version}.';
export const reasonCopies = 'Every layer is a full copy: for tests, and where nothing else runs.';
export const reasonNeedsWindows = 'It runs on Windows, and this is Linux.';
export const reasonWindows = 'It runs on Windows.';
export const reasonNeedsLinux = 'It needs Linux with {module}, and {filesystem} is a filesystem of Windows.';
export const reasonDistribution = '{distribution}: {note}';
export const reasonKernel = 'It needs Linux {needed}, and this is {kernel}.';
export const reasonRootlessKernel = 'Without root it needs Linux {needed}, and this is {kernel}.';
export const reasonModule = 'Its module is not part of the mainline kernel, and has to be there.';
export const reasonBlockDevice = 'It needs block devices of its own.';
export const reasonBlockDeviceBeside = 'It needs block devices of its own, beside {filesystem}.';
export const reasonFilesystem = "Its data can't be on {filesystem}.";
export const reasonFilesystemNeeds = "Its data can't be on {filesystem}: it needs {needed}.";
export const or = ' or ';
export const reasonMadeFor = 'It is made for {filesystem}.';
export const reasonOverlayOnZfs =
  'It mounts an overlay, and that works on ZFS from OpenZFS 2.2 on. zfs version tells which one is there.';
export const reasonOverlayOn = 'It mounts an overlay, and that does not work on every {filesystem}.';
export const reasonFileTypes = 'It needs file types in directory listings, and {filesystem} has none here.';
export const theFilesystem = 'the filesystem';
export const reasonRootless = 'It works without root.';
export const reasonNotRootless = 'It does not work without root.';
export const reasonRootlessIf = 'Without root it works under conditions.';
export const reasonRootlessOpen = 'Nobody has found out whether it works without root.';
export const reasonNoLimit = "It can't limit what one container writes.";
export const reasonAlwaysLimit = 'Every container has a limit.';
export const reasonLimitOpen = 'Nobody has found out whether it can limit a container.';
export const reasonLimit = 'It can limit a container.';
export const reasonLimitNeeds = 'The limit needs: {needed}.';
export const reasonFewInodes = 'Many small files cost few inodes.';
export const reasonManyInodes = 'Many small files cost many inodes.';
export const reasonSnapshots = 'The storage below can take snapshots.';
export const reasonNoSnapshots = 'The storage below has no snapshots.';
export const reasonLazyPull = 'Containers start before their image has arrived.';
export const reasonNoLazyPull = 'It starts containers only when the image is there.';
export const reasonOpen = 'Nobody has found out whether it can do that.';
export const statusDefault = 'A fresh install takes it.';
export const statusSupported = 'It is supported, and has to be chosen.';
export const statusLegacy = 'It still works, but a fresh install no longer takes it.';
export const statusPlugin = 'It has to be installed apart from the engine.';
export const statusExperimental = 'Its makers call it experimental.';
export const statusDeprecated = 'It is deprecated: plan the way out.';

// What `docker info` says.
export const infoTitle = 'Read docker info';
export const infoDescription =
  'What docker info, podman info or crictl info says about storage: the driver, what it is on, how full it is, what to do first.';
export const lineByLine = 'Line by line';
export const infoLines =
  'What the lines about storage mean, in the order in which they are printed. Each statement leads to the code or manual that says so. {choose} is another page.';
export const infoLinesChoose = 'Which driver to choose';
export const infoPrinted = 'What {commands} or {last} printed, as text or JSON';
export const infoExample = 'Storage Driver: …';
export const infoStays = 'The text stays in your browser. {example}';
export const tryExample = 'Try an example';
export const infoPodman = 'podman info and buildah info';
export const infoWarnings = 'Warnings at the end';
export const infoPart = 'the {part}';
export const whatToDo = 'what to do';
export const whatToDoLink = 'What to do';
export const pasteInfo =
  'Paste what {docker} or {podman} printed, and the form fills itself in. The text stays in your browser.';
export const pasteInfoExample = 'Storage Driver: overlay2 …';
export const noInfoForForm =
  'This does not look like docker info: it has no line “Storage Driver:”. Paste its whole output.';
export const infoFound = 'Found: {found}.';
export const infoDriver = 'driver {driver}';
export const infoFilesystem = 'on {filesystem}';
export const infoKernel = 'Linux {kernel}';
export const infoRootless = 'without root';
export const infoSecond = 'and from line {line} on another output, which is left out here';
export const infoSilent = 'what the client prints when Docker does not answer';
export const infoHalf = 'a part of docker info, without the driver';
export const noInfo =
  'This is no output of docker info, podman info, crictl info or one of their kin: only they tell which driver runs. Paste all that one of them printed, or {search}.';
export const searchThisText = 'look for this text among the errors';
export const infoFactsNotLoaded =
  'The facts could not be loaded. Check the connection and change the text to try again; the lines are explained below.';
export const remarksNoneUrgent = 'one: # remark, none of them urgent. | other: # remarks, none of them urgent.';
export const remarksFirst = 'one: # remark, to do first. | other: # remarks, {first} of them to do first.';
export const doFirst = 'Do first';
export const changeSoon = 'Change soon';
export const goodToKnow = 'Good to know';
export const asItShouldBe = 'As it should be';
export const thisIs = 'This is {machine}.';
export const lineOfPaste = 'line {line} of the paste';
export const notTold = 'not told';
export const noReasonGiven = 'no reason given';
export const itsFilesystem = 'its filesystem';
export const twoPrograms = 'two';
export const adviceRelease = '{project} {version}. The newest on record is {newest} of {date}.';
export const adviceReleaseLine =
  '{project} {version}. Its line of releases began with {line} on {began}. The newest on record is {newest} of {date}.';
export const adviceDeprecated = '{driver} is deprecated since {project} {version}.';
export const adviceRemoved = '{driver} was removed in {project} {version}.';
export const adviceHasIt = '{engine} has it in releases {releases}.';
export const adviceThatIs = 'That is: {meaning}.';
export const adviceStatus = '{driver}: {status}. {says}';
export const adviceOf = '{driver}: {says}';
export const adviceLater = 'Later: {driver}.';
export const adviceInstead = 'Instead of it: {driver}.';
export const adviceCould = 'There is no need to move. If you do, to {driver}.';
export const adviceCanRun = 'Nothing here rules it out. {reason}';
export const adviceNeeds = '{driver} needs: {tools}.';
export const adviceMove = 'How to move: {steps}.';
export const adviceLimits =
  'These concern limits that the kernel, as it was started, does not have, and not storage: {warnings}.';
export const adviceUsage = 'What it uses: `{command}`.';

// What others said.
export const discussion = 'Discussion';
export const talkedAboutElsewhere = 'This page is talked about elsewhere: {place}';
export const nobodySaid = 'Nobody has said anything here yet.';
export const startDiscussion = '{link}, which needs an account there.';
export const startDiscussionLink = 'Start the discussion on GitHub';
export const writeTo = 'Write to {place}.';
export const orWriteTo = 'Or write to {place}.';
export const newDiscussion = 'About “{title}”: {address}';
export const asOf = 'as of {date}';
export const labelled = 'labelled {labels}';
export const exampleThread =
  'This is an example thread, invented to show how a linked discussion looks until the first real one.';
export const writtenAtDisqus = 'These comments were written at Disqus. Nobody can add to them.';
export const threadGone =
  'The thread was no longer on GitHub on {date}: deleted, or hidden. What is here is the last copy.';
export const threadMoved =
  'The thread was moved: it is {place} since {date} at the latest. What is here is the last copy.';
export const threadMovedLink = 'at another place on GitHub';
export const readOnGitHub = 'Read it on GitHub';
export const replyOnGitHub = 'Reply on GitHub';
export const nobodyCanReply = 'Nobody can reply any more.';
export const replyNeedsAccount = 'Replying needs a GitHub account.';
export const commentsPart = 'one: Comment {to} | other: Comments {from} to {to}';
export const moreReplies = 'one: # more reply | other: # more replies';
export const feedOfComments = 'Feed of the comments';
export const question = 'Question';
export const openingPost = 'Opening post';
export const answer = 'Answer';
export const comment = 'Comment';
export const reply = 'Reply';
export const commentDeleted = 'This comment was deleted.';
export const replyIsAnswer = 'The reply by {author} is {answer}, at the top of the thread.';
export const replyIsAnswerLink = 'the answer';
export const deletedUser = 'deleted user';
export const edited = 'edited {date}';
export const inReplyTo = 'in reply to {author}';
export const onGitHub = 'on GitHub';
export const hidden = 'Hidden: {reason}';
export const votes = 'one: # vote | other: # votes';
export const thumbsUp = 'other: # thumbs up';
export const thumbsDown = 'other: # thumbs down';
export const laughs = 'one: # laugh | other: # laughs';
export const hoorays = 'one: # hooray | other: # hoorays';
export const confused = 'other: # confused';
export const hearts = 'one: # heart | other: # hearts';
export const rockets = 'one: # rocket | other: # rockets';
export const eyes = 'one: # pair of eyes | other: # pairs of eyes';
export const noComments = 'no comments yet';
export const comments = 'one: # comment | other: # comments';
export const answered = 'answered';
export const notAnswered = 'not answered yet';
export const closed = 'closed';
export const closedAs = 'closed as {reason}';
export const locked = 'locked';
export const lockedAs = 'locked as {reason}';
export const asResolved = 'resolved';
export const asOutdated = 'outdated';
export const asDuplicate = 'a duplicate';
export const asOffTopic = 'off topic';
export const asTooHeated = 'too heated';
export const asSpam = 'spam';
export const placeOnGitHub = '{owner} on GitHub';
export const backToText = 'Back to the text';
export const remarkTooDeep = 'This remark is nested very deeply. Its innermost layers are shown as text.';
export const remarkPlain = 'This remark is shown without its formatting.';
export const liveOffer =
  'The thread as it is now can be loaded here from giscus.app. That site, and GitHub behind it, will then see your IP address and which page you read.';
export const liveLoad = 'Load the live thread';
export const liveTitle = 'Live thread on giscus.app';
export const liveLoading = 'Loading from giscus.app…';
export const liveSilent = 'giscus.app does not answer. The thread is on GitHub too.';
export const liveSays = 'giscus.app says: {text}';

// In texts: note boxes, code, tables, footnotes.
export const noteNote = 'Note';
export const noteTip = 'Tip';
export const noteImportant = 'Important';
export const noteWarning = 'Warning';
export const noteCaution = 'Caution';
export const terminal = 'Terminal';
export const code = 'Code';
export const table = 'Table';
export const named = '{kind}: {name}';
export const moreOutput = 'one: # more line of output | other: # more lines of output';
export const codeLink = 'link';
export const addedToFile = '{file}, added to what is there';
export const footnotes = 'Footnotes';
export const backToReference = 'Back to reference {number}';
export const copy = 'Copy';
export const copyCommands = 'one: Copy # command | other: Copy # commands';
export const commandsCopied = 'one: # command copied. | other: # commands copied.';
export const copyCommand = 'Copy the command {command}';
export const commandCopied = 'Command copied.';
export const replaceFirst = 'Replace {names} before you run it.';
export const lineLinkCopied = 'Link to the line copied.';
export const linkToLine = 'Link to the line {line}';
export const wrapLines = 'Wrap lines';
export const selectInstead = '{why} Select the text and press Ctrl-C; prompts stay out.';
export const clipboardNeedsHttps = 'Browsers open the clipboard to pages that come over https only.';
export const clipboardClosed = 'The browser did not let this page use the clipboard.';

// Without network.
export const offline = 'Offline';
export const offlineTitle = 'What works without network';
export const offlineDescription = 'What your browser keeps of this site, so that it works without network.';
export const offlineNothing = 'This site keeps nothing in your browser for the time without network.';
export const offlineAhead = 'After your first visit your browser fetches, when it has nothing else to do:';
export const offlineErrors = 'the pages of all {errors}';
export const offlineErrorsLink = 'one: # known error | other: # known errors';
export const offlineField =
  'what the field above needs, for words and messages of known errors, and for what {info} says';
export const dockerInfo = 'docker info';
export const offlineSays =
  'A page that your browser kept says so, with the day. When the network answers, you see what it answers. Where you save data nothing is fetched ahead, and only pages that you opened are kept.';
export const offlineOpened = 'Pages you opened';
export const offlineOpenedLast = 'Each page that you open is kept; of more than a hundred, the last.';
export const offlineNone = 'None is kept yet.';
export const offlineKeptOn = '{page}, kept on {day}';
export const offlineNoScript = 'Pages are kept by a script, and scripts are switched off here.';
export const wholeSite = 'The whole site';
export const wholeSiteHas =
  'With every page, and the search for words in all of them; without the pictures of pages that you did not open. It is fetched anew when the site changes.';
export const wholeSiteKeep = 'Keep the whole site';
export const wholeSiteComes = 'Fetching…';
export const wholeSiteKept = 'The whole site is kept.';
export const wholeSiteFailed =
  'It could not be fetched and kept. Try again when the network answers and this device has room.';
export const offlineSearch = 'You are offline: only known errors were searched. {kept} {again}';
export const pageKept = 'You are offline; this page was kept on {day}.';
export const pageKeptSilent = 'The network does not answer; this page was kept on {day}.';
export const pageNotKept = 'The network does not answer, and this page is not kept on this device.';

// Where an old address leads on.
export const pageMoved = 'This page has moved';
export const pageNowAt = 'It is now at {address}.';

// The drawings on the pages of drivers, and the same in words.
export const pictureInWords = 'The picture in words';
export const list = '{first} and {last}';
export const copyUpTitle = 'Copy-up in a union filesystem';
export const copyUpCaption =
  'Look down each column from the top: the first thing in the way is what the container sees. The thick arrow is the copy-up, which moves the whole file however little of it changes. Hatched files are still there, and still take up space.';
export const layerContainer = 'Container layer';
export const layerApp = 'Image layer 2: the app';
export const layerBase = 'Image layer 1: the base';
export const mergedView = 'Merged view: what the container sees';
export const upperDirectory = 'upper directory, writable';
export const lowerDirectory = 'lower directory, read-only';
export const tileWhiteout = 'whiteout';
export const tileSeen = 'seen';
export const tileCopy = 'copy';
export const tileNew = 'new';
export const tileWritten = 'written';
export const tileHidden = 'hidden';
export const upperAlone = 'The upper directory, the only one that can be written, is {upper}.';
export const upperAndLower =
  'The upper directory, the only one that can be written, is {upper}; under it lie the lower directories, from top to bottom {lower}.';
export const writeCopyUp =
  'The container writes to {path}. Its layer does not have the file, so the whole file is copied up from {layer} into the upper directory, and the copy is changed.';
export const writeNewFile =
  'The container writes to {path}, which no layer gives, so the file is made in the upper directory.';
export const writeInPlace =
  'The container writes to {path}, which is in the upper directory already, so nothing is copied.';
export const pathRead = '{path} is read from {layer}.';
export const pathDeleted = '{path} was deleted: a whiteout in {layer} says so, and the container does not see it.';
export const hiddenBelow = 'Hidden below: {layers}.';
export const snapshotsTitle = 'Snapshots and clones that share data';
export const snapshotsCaption =
  'A snapshot takes over all of its parent without copying it, so a new one takes up next to nothing. Only what is written after that is stored again. A container has a clone, or a snapshot that can be written.';
export const snapshotBase = 'Base: Debian';
export const snapshotShop = 'The shop';
export const snapshotDatabase = 'The database';
export const containerNamed = 'Container {name}';
export const imageLayerKind = 'image layer, read-only';
export const containerKind = 'container, writable';
export const writable = 'writable';
export const readOnly = 'read-only';
export const ownAndShared = 'own {own}, shared {shared} MiB';
export const keyShared = 'shared: taken over from its parent';
export const keyOwn = 'own: written since it was made';
export const nodeRoot = '“{name}” ({kind}) is a root: {own} MiB of its own, {shared} MiB shared.';
export const nodeClone = '“{name}” ({kind}) is a clone of “{parent}”: {own} MiB of its own, {shared} MiB shared.';
export const nodeSnapshot = '“{name}” ({kind}) is a snapshot of “{parent}”: {own} MiB of its own, {shared} MiB shared.';
export const treeSum = 'Together they show {seen} MiB of data and store {stored} MiB.';
export const thinPoolTitle = 'A thin pool after a write';
export const thinPoolCaption =
  'A number is the pool block in which a block of the device lies: equal numbers are one block, stored once. A device may claim more than it has been given, so all devices together can claim more than the pool has.';
export const baseDevice = 'Base device';
export const imageLayer = 'Image layer';
export const thinPool = 'Thin pool';
export const blocksUsed = '{used} of {size} blocks';
export const poolUsed = '{used} of {size} blocks, {percent} %';
export const keySeveralDevices = 'shared by several devices: {count}';
export const keyOneDevice = 'used by one device: {count}';
export const keyFresh = 'newly allocated by the write: {count}';
export const keyFree = 'not allocated yet; free in the pool: {count}';
export const kindBase = 'the base device';
export const kindLayer = 'a layer, a snapshot';
export const kindContainer = 'a container, a snapshot';
export const blockIn = '{virtual} in pool block {block}';
export const deviceEmpty = '{name} ({kind}) claims {size} blocks; none of them allocated.';
export const deviceMapped = '{name} ({kind}) claims {size} blocks; allocated are {blocks}.';
export const wroteTo = 'one: {device} wrote to its block {blocks}. | other: {device} wrote to its blocks {blocks}.';
export const allocatedNone = 'No pool block was allocated for that.';
export const allocatedNew =
  'one: For that, pool block {blocks} was newly allocated; what other devices see in their blocks did not change. | other: For that, pool blocks {blocks} were newly allocated; what other devices see in their blocks did not change.';
export const poolSum =
  'Of {size} pool blocks, {allocated} are allocated ({percent} %), {shared} of them shared by several devices, and {free} are free. The devices together claim {promised}.';
