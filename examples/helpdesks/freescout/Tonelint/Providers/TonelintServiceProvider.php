<?php

namespace Modules\Tonelint\Providers;

use Illuminate\Support\ServiceProvider;
use Tonelint\Check;

class TonelintServiceProvider extends ServiceProvider
{
    /** Threads that agents send to customers; notes and others are never checked. */
    private const MESSAGE = 2;

    public function boot()
    {
        $this->mergeConfigFrom(__DIR__ . '/../Config/config.php', 'tonelint');
        \Eventy::addFilter('javascripts', function ($scripts) {
            $scripts[] = \Module::getPublicPath('tonelint') . '/js/module.js';
            return $scripts;
        });
        \Eventy::addAction('layout.head', function () {
            $hold = htmlspecialchars((string) config('tonelint.hold'), ENT_QUOTES);
            $address = htmlspecialchars(preg_replace('#/v1/check$#', '', route('tonelint.check')), ENT_QUOTES);
            echo "<meta name=\"tonelint\" content=\"$address\" data-hold=\"$hold\">\n";
        });
        \Eventy::addFilter('conversation.skip_send_reply_to_customer', [$this, 'skip_send'], 20, 3);
    }

    public function register()
    {
    }

    /**
     * The second line, when it is wanted: an error is not mailed, even if it came past the page. A service
     * that does not answer lets it go.
     */
    public function skip_send($skip, $conversation, $replies)
    {
        $reply = is_array($replies) ? reset($replies) : $replies->first();
        if ($skip || !config('tonelint.second_line') || !$reply || (int) $reply->type !== self::MESSAGE) {
            return $skip;
        }
        $answer = Check::ask(config('tonelint'), [
            'id' => (string) $conversation->id, 'reply' => (string) $reply->body, 'syntax' => 'html',
            'channel' => 'email',
        ]);
        if ($answer['verdict'] !== 'block') {
            return $skip;
        }
        \Log::warning("tonelint kept a reply in conversation {$conversation->id} from being mailed: "
            . Check::message($answer, ''));
        return true;
    }
}
