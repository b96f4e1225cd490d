<?php
// Set these in FreeScout's .env.

return [
    'service' => env('TONELINT_SERVICE', 'http://127.0.0.1:7878'),
    'token' => env('TONELINT_TOKEN', ''),
    'guide' => env('TONELINT_GUIDE', ''),
    // "warning" holds back warnings and errors, "error" errors only, "never" nothing.
    'hold' => env('TONELINT_HOLD', 'warning'),
    // Whether a reply with an error is kept from being mailed though it was sent past the page.
    'second_line' => env('TONELINT_SECOND_LINE', false),
];
