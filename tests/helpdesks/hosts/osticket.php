<?php
// As much of osTicket as its plugin needs: signals, the plugin's base classes, the staff's ajax and the page
// of a ticket. PHP's own server runs it; TONELINT_PLUGIN is the folder of the plugin.

define('INCLUDE_DIR', __DIR__ . '/osticket/');
set_include_path(INCLUDE_DIR);

class Signal
{
    private static $calls = [];

    public static function connect($name, $call, $class = null, $check = null)
    {
        self::$calls[$name][] = $call;
    }

    public static function send($name, $object, &$data = null)
    {
        foreach (self::$calls[$name] ?? [] as $call) {
            $call($object, $data);
        }
    }
}

class PluginConfig
{
    public function get($name)
    {
        return $name === 'service' ? $_COOKIE['service'] ?? '' : ($this->getOptions()[$name]->options['default'] ?? null);
    }
}

class Plugin
{
    public function getConfig()
    {
        return new $this->config_class();
    }
}

class TextboxField
{
    public $options;

    public function __construct($options)
    {
        $this->options = $options;
    }
}

class ChoiceField extends TextboxField
{
}

class Ticket
{
    public function getName()
    {
        return 'Priya Nair';
    }

    public function getNumber()
    {
        return $_GET['id'] ?? '';
    }
}

class Http
{
    public static function response($status, $text, $type = 'text/html')
    {
        http_response_code($status);
        header("Content-Type: $type");
        exit($text);
    }
}

class Dispatcher
{
    public $routes = [];

    public function append($route)
    {
        $this->routes[] = $route;
    }
}

function url_post($pattern, $call)
{
    return [$pattern, $call];
}

$thisstaff = (object) ['id' => 1];
$folder = getenv('TONELINT_PLUGIN');
$description = require "$folder/plugin.php";
[$file, $class] = explode(':', $description['plugin']);
require "$folder/$file";
(new $class())->bootstrap();

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (str_starts_with($path, '/scp/ajax.php')) {
    if (($_SERVER['HTTP_X_CSRFTOKEN'] ?? '') !== 'secret') {
        Http::response(400, 'Valid CSRF Token Required');
    }
    $dispatcher = new Dispatcher();
    Signal::send('ajax.scp', $dispatcher);
    foreach ($dispatcher->routes as [$pattern, $call]) {
        if (preg_match("#$pattern#", substr($path, strlen('/scp/ajax.php')))) {
            $call();
        }
    }
    Http::response(404, 'no such page');
}
if (!isset($_GET['service'])) {
    Http::response(404, 'no such page');
}
setcookie('service', $_GET['service'], ['path' => '/']);
?>
<!DOCTYPE html><meta charset="utf-8"><meta name="csrf_token" content="secret">
<title>A ticket in osTicket</title>
<form id="reply"><div class="redactor-in" contenteditable></div><textarea id="response" name="response" hidden></textarea>
<button id="send">Post Reply</button></form>
<form id="note"><textarea name="note"></textarea><button id="post-note">Post Note</button></form>
<script>
// Redactor keeps its text area up to date.
const shown = document.querySelector(".redactor-in"), area = document.getElementById("response");
shown.addEventListener("input", () => { area.value = shown.innerHTML; });
window.$R = (what, call, html) => { shown.innerHTML = area.value = html; };
window.sent = [];
window.draft = () => shown.innerHTML;
window.write = (html) => { $R("", "", html); };
let is_note = false;
window.writeNote = (html) => {
  document.querySelector("[name=note]").value = html;
  document.getElementById("send").id = "other";
  document.getElementById("post-note").id = "send";
};
document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (window.posted) return;
  window.posted = true;  // the browser goes to another page
  sent.push(event.target.id === "note" ? event.target.note.value : area.value);
});
window.ready = true;
</script>
<?php Signal::send('object.view', new Ticket()); ?>
