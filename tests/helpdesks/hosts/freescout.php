<?php
// As much of FreeScout as its module needs: Laravel's and FreeScout's calls, and the page of a conversation.
// PHP's own server runs it; TONELINT_MODULE is the folder of the module.

namespace Illuminate\Support {
    class ServiceProvider
    {
        protected function mergeConfigFrom($path, $name)
        {
            \Stub::$config[$name] = require $path;
        }
    }
}

namespace Illuminate\Http {
    class Request
    {
        public function query($name)
        {
            return $_GET[$name] ?? null;
        }

        public function getContent()
        {
            return file_get_contents('php://input');
        }
    }
}

namespace Illuminate\Routing {
    class Controller
    {
    }
}

namespace {
    class Stub
    {
        public static $config = [];
        public static $hooks = [];
        public static $routes = [];
        public static $warnings = [];

        public static function filter($name, $value, ...$words)
        {
            foreach (self::$hooks[$name] ?? [] as $call) {
                $value = $call($value, ...$words);
            }
            return $value;
        }
    }

    class Eventy
    {
        public static function addFilter($name, $call, $priority = 20, $words = 1)
        {
            Stub::$hooks[$name][] = $call;
        }

        public static function addAction($name, $call)
        {
            Stub::$hooks[$name][] = $call;
        }
    }

    class Route
    {
        public static $group;

        public static function group($options, $call)
        {
            self::$group = $options;
            $call();
        }

        public static function post($path, $action)
        {
            Stub::$routes[$path] = self::$group['namespace'] . '\\' . $action['uses'];
            return new class {
                public function name($name)
                {
                }
            };
        }
    }

    class Helper
    {
        public static function getSubdirectory()
        {
            return '';
        }
    }

    class Module
    {
        public static function getPublicPath($alias)
        {
            return "/modules/$alias";
        }
    }

    class Log
    {
        public static function warning($text)
        {
            Stub::$warnings[] = $text;
        }
    }

    function app()
    {
        return new class {
            public function routesAreCached()
            {
                return false;
            }
        };
    }

    function env($name, $default)
    {
        return $name === 'TONELINT_SERVICE' ? ($_COOKIE['service'] ?? $default)
            : ($name === 'TONELINT_SECOND_LINE' ? isset($_COOKIE['second']) : $default);
    }

    function config($path)
    {
        $value = Stub::$config;
        foreach (explode('.', $path) as $name) {
            $value = $value[$name];
        }
        return $value;
    }

    function route($name)
    {
        return '/tonelint/v1/check';
    }

    function response($text, $status, $headers)
    {
        http_response_code($status);
        header('Content-Type: ' . $headers['Content-Type']);
        echo $text;
    }

    $module = getenv('TONELINT_MODULE');
    $description = json_decode(file_get_contents("$module/module.json"), true);
    spl_autoload_register(function ($class) use ($module) {
        $path = $module . '/' . str_replace(['Modules\\Tonelint\\', '\\'], ['', '/'], $class) . '.php';
        if (is_file($path)) {
            require $path;
        }
    });
    foreach ($description['providers'] as $class) {
        $provider = new $class();
        $provider->register();
        $provider->boot();
    }
    foreach ($description['files'] as $file) {
        require "$module/$file";
    }

    $path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
    if (isset(Stub::$routes[$path])) {
        if (($_SERVER['HTTP_X_CSRF_TOKEN'] ?? '') !== 'secret') {
            return response('{"detail":"csrf"}', 419, ['Content-Type' => 'application/json']);
        }
        [$class, $method] = explode('@', Stub::$routes[$path]);
        return (new $class())->$method(new Illuminate\Http\Request());
    }
    if ($path === '/mail') {  // FreeScout's job that mails a reply
        $reply = (object) ['type' => (int) $_GET['type'], 'body' => $_GET['body']];
        $skip = Stub::filter('conversation.skip_send_reply_to_customer', false, (object) ['id' => 7], [$reply]);
        return response(json_encode(['skip' => $skip, 'warnings' => Stub::$warnings]), 200,
            ['Content-Type' => 'application/json']);
    }
    if (str_starts_with($path, '/modules/tonelint/')) {
        header('Content-Type: text/javascript');
        return readfile($module . '/Public' . substr($path, strlen('/modules/tonelint')));
    }
    if (!isset($_GET['service'])) {
        return http_response_code(404);
    }
    setcookie('service', $_GET['service']);
    echo '<!DOCTYPE html><meta charset="utf-8"><meta name="csrf-token" content="secret">';
    Stub::filter('layout.head', null);
    ?>
<title>A conversation in FreeScout</title>
<div class="conv-customer-block"><span class="customer-name">Priya Nair</span></div>
<form class="form-reply"><input type="hidden" name="conversation_id" value="<?= (int) $_GET['id'] ?>">
<input type="hidden" name="is_note" value=""><div id="body" hidden></div>
<div class="note-editor"><div class="note-editable" contenteditable></div></div>
<button type="button" id="send" class="btn-reply-submit">Send Reply</button></form>
<script>
const editor = document.querySelector(".note-editable");
function $(what) {
  const list = typeof what === "string" ? [...document.querySelectorAll(what)] : [what];
  return {
    first: () => $(list[0]), text: () => list[0]?.textContent ?? "", val: () => list[0]?.value,
    find: (inside) => $(list[0].querySelector(inside)), get: (at) => list[at], trigger: (name) => list[0].click(),
    summernote: (name, html) => html === undefined ? editor.innerHTML : void (editor.innerHTML = html)};
}
const filters = {};
window.fsAddFilter = (name, call) => { (filters[name] ??= []).push(call); };
const fsApplyFilter = (name, value, params) =>
    (filters[name] ?? []).reduce((now, call) => call(now, params), value);
window.sent = [];
window.draft = () => editor.innerHTML;
const note = document.querySelector("[name=is_note]");
window.write = (html) => { note.value = ""; editor.innerHTML = html; };
window.writeNote = (html) => { note.value = "1"; editor.innerHTML = html; };
const button = document.getElementById("send");
button.addEventListener("click", () => {
  if (button.dataset.loading) return;
  if (!fsApplyFilter("conversation.can_submit", true, {trigger: button, form: document.querySelector("form")})) return;
  button.dataset.loading = "1";
  sent.push(editor.innerHTML);
});
</script>
<?php foreach (Stub::filter('javascripts', []) as $script) { ?>
<script src="<?= $script ?>"></script>
<?php } ?>
<script>window.ready = true;</script>
<?php
}
