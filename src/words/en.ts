/** English: the table whose keys all other languages must have. Grouped by the room that says them. */
export const en = {
  // kernel
  'kernel.stopped': 'Stopped.',

  // datasets
  'datasets.digits': 'handwritten digits',
  'datasets.fashion': 'pictures of clothes',
  'datasets.photo': 'photograph',
  'datasets.emoji': 'emoji',
  'datasets.options': '{name}() takes an object such as { train: 1000, test: 200 }, not {value}.',
  'datasets.option': '{name}() knows no option “{key}”; it has `train` and `test`.',
  'datasets.count': '{name}(): `{part}` must be a whole number of images from 0 to {most}, but it is {value}.',
  'datasets.tooMany': '{name}(): `{part}` is {value}, but there are only {most} images.',
  'datasets.unreachable':
    '{path} could not be fetched. Is this device offline? Run the cell again when the network is back.',
  'datasets.missing': '{path} is not on this site: the server answered {status}.',
  'datasets.corrupt': '{path} arrived damaged. Run the cell again to fetch it anew.',
  'datasets.noPhoto': 'There is no photograph {value}. There are: {names}.',
  'datasets.fashion.0': 'T-shirt/top',
  'datasets.fashion.1': 'Trouser',
  'datasets.fashion.2': 'Pullover',
  'datasets.fashion.3': 'Dress',
  'datasets.fashion.4': 'Coat',
  'datasets.fashion.5': 'Sandal',
  'datasets.fashion.6': 'Shirt',
  'datasets.fashion.7': 'Sneaker',
  'datasets.fashion.8': 'Bag',
  'datasets.fashion.9': 'Ankle boot',
  // backend
  'backend.card': 'WebGL on {card}.',
  'backend.noCard': 'No graphics card is open to this browser, so the processor trains (WebAssembly).',
  'backend.softwareCard':
    'The browser draws in software ({card}), so the processor trains (WebAssembly): it is faster.',
  'backend.chosen': 'You chose {name}.',
  'backend.fell': '{wanted} did not start here, so {got} runs.',
  'backend.none': 'No TensorFlow.js backend starts in this browser.',

  // site
  'site.title': 'Receptive',
  'site.description':
    'An interactive book on convolutional networks: every code block is live TypeScript that runs TensorFlow.js in your own browser.',
  'site.home': 'Receptive, start page',
  'site.headline': 'See what the network sees',
  'site.start': 'Start reading',
  'site.chapters': 'Chapters',
  'site.chapterNumber': 'Chapter {number}',
  'site.heroPicture':
    'The photograph on the left is a grid of numbers. A window of 3 × 3 pixels slides over it, and at each place nine products are added up. The sums make the picture on the right: a map of its edges.',
  'site.heroPhoto': 'what the camera saw',
  'site.heroMap': 'what one kernel sees',
  'site.search': 'Search',
  'site.searchPlaceholder': 'Search the book',
  'site.searchClose': 'Close the search',
  'site.searchNothing': 'Nothing found for “{query}”.',
  'site.searchFound': '{count} places found for “{query}”.',
  'site.searchFailed': 'The search index could not be loaded. (It exists only in the built book.)',
  'site.theme': 'Dark colours',
  'site.otherLanguage': 'Read this page in English',
  'site.previous': 'Previous',
  'site.next': 'Next',
  'site.pages': 'Neighbouring chapters',
  'site.colophon': 'Everything runs in this browser tab. Nothing that you type leaves it.',
  'site.credits': 'Code and text: MIT licence.',
  'site.notFound': 'This page is not in the book',
  'site.notFoundText': 'The address may be old or mistyped. The chapters are all here:',
  'site.anchor': 'Link to “{title}”',
} as const;
