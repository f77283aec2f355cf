// The policy must stand before anything can touch the document.
import './trusted-types.ts'
import '../styles/index.css'

import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { createCache } from '../api/cache.ts'
import { browserLanguage, fetchWords } from '../i18n/i18n.ts'
import { App } from './App.tsx'

// Asked for before it is known that they are needed, which they nearly always are: what the lock screen is set in, and its
// words in the computer's language. Nothing else waits for these.
for (const font of ['400 1em "IBM Plex Sans"', '500 1em "IBM Plex Sans"', '600 1em "IBM Plex Serif"']) void document.fonts.load(font)
void fetchWords(browserLanguage()).catch(() => undefined)

const page = document.querySelector('#page')
if (page === null) throw new Error('The page has no place to stand in')

createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={createCache()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
