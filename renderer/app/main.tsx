// The policy must stand before anything can touch the document.
import './trusted-types.ts'
import '../styles/index.css'

import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { createCache } from '../api/cache.ts'
import { App } from './App.tsx'

const page = document.querySelector('#page')
if (page === null) throw new Error('The page has no place to stand in')

createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={createCache()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
