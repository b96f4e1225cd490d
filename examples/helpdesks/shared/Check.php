<?php
// Asks a tonelint service about a reply, for helpdesks written in PHP. The same file is in each of their
// packages. Whatever happens, support goes on: what cannot be asked is "unchecked", and the reply goes.

namespace Tonelint;

final class Check
{
    /** Seconds for all of it; connecting, waiting and reading share them. */
    private const LIMIT = 2.5;

    /**
     * What the service answers to a context, as text; null where it does not answer.
     *
     * @param array{service: string, token?: string, guide?: string} $settings
     */
    public static function ask_text(array $settings, string $body, bool $override = false): ?string
    {
        $query = array_filter(['guide' => $settings['guide'] ?? '', 'override' => $override ? '1' : '']);
        $url = rtrim($settings['service'], '/') . '/v1/check' . ($query ? '?' . http_build_query($query) : '');
        $headers = ['Content-Type: application/json', 'Connection: close'];
        if (($settings['token'] ?? '') !== '') {
            $headers[] = 'Authorization: Bearer ' . $settings['token'];
        }
        $end = microtime(true) + self::LIMIT;
        $context = stream_context_create(['http' => [
            'method' => 'POST', 'header' => $headers, 'content' => $body, 'timeout' => self::LIMIT / 2,
            'ignore_errors' => true, 'follow_location' => 0,
        ]]);
        $stream = @fopen($url, 'rb', false, $context);
        if ($stream === false) {
            return null;
        }
        $text = '';
        while (!feof($stream)) {
            $left = $end - microtime(true);
            if ($left <= 0) {
                fclose($stream);
                return null;
            }
            stream_set_timeout($stream, (int) $left, (int) (fmod($left, 1) * 1e6));
            $text .= (string) fread($stream, 65536);
            if (stream_get_meta_data($stream)['timed_out']) {
                fclose($stream);
                return null;
            }
        }
        fclose($stream);
        return $text;
    }

    /** The answer to a context. Its `verdict` is "unchecked" where there is none. */
    public static function ask(array $settings, array $context, bool $override = false): array
    {
        $flags = JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE;
        $text = self::ask_text($settings, (string) json_encode($context, $flags), $override);
        $answer = $text === null ? null : json_decode($text, true);
        $known = in_array($answer['verdict'] ?? null, ['pass', 'warn', 'block'], true);
        if ($known && is_array($answer['diagnostics'] ?? null)) {
            return $answer;
        }
        return ['verdict' => 'unchecked', 'message' => 'This reply was not checked.', 'diagnostics' => []];
    }

    /** Whether there is nothing to read in a draft. */
    public static function is_blank(string $html): bool
    {
        return preg_replace('/<[^>]*>|&nbsp;|&#160;|[\s\x{a0}\x{200b}\x{feff}]/u', '', $html) === '';
    }

    /** Whether a verdict holds a reply back; `hold` is "warning" (the default), "error" or "never". */
    public static function holds(array $settings, string $verdict): bool
    {
        $hold = $settings['hold'] ?? 'warning';
        return ($verdict === 'block' && $hold !== 'never') || ($verdict === 'warn' && $hold === 'warning');
    }

    /** What an agent reads: the first finding that holds the reply back, and what to say instead. */
    public static function message(array $answer, string $how): string
    {
        $found = array_values(array_filter($answer['diagnostics'], function ($each) {
            return in_array($each['level'] ?? '', ['error', 'warning'], true);
        }));
        usort($found, function ($one, $other) {
            return strcmp($one['level'], $other['level']);
        });
        if (!$found) {
            return (string) ($answer['message'] ?? '');
        }
        $parts = [$found[0]['message']];
        if (($found[0]['rewrites'][0]['text'] ?? '') !== '') {
            $parts[] = 'Better: “' . $found[0]['rewrites'][0]['text'] . '”';
        }
        if (count($found) > 1) {
            $parts[] = '(' . (count($found) - 1) . ' more.)';
        }
        $parts[] = $answer['verdict'] === 'block' ? 'Please change this before you send it.' : $how;
        return implode(' ', $parts);
    }
}
