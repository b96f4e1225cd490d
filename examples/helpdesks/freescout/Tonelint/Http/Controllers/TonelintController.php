<?php

namespace Modules\Tonelint\Http\Controllers;

use Illuminate\Http\Request;
use Illuminate\Routing\Controller;
use Tonelint\Check;

/** Passes the page's question on to the service, so that no browser needs to know its token. */
class TonelintController extends Controller
{
    public function check(Request $request)
    {
        $override = $request->query('override') === '1';
        $text = Check::ask_text(config('tonelint'), (string) $request->getContent(), $override);
        $silent = '{"detail":"the service cannot be reached."}';
        return response($text ?? $silent, $text === null ? 502 : 200, ['Content-Type' => 'application/json']);
    }
}
