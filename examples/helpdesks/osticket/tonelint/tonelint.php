<?php

require_once INCLUDE_DIR . 'class.plugin.php';
require_once INCLUDE_DIR . 'class.signal.php';
require_once INCLUDE_DIR . 'class.forms.php';
require_once __DIR__ . '/Check.php';

class TonelintConfig extends PluginConfig
{
    public function getOptions()
    {
        return [
            'service' => new TextboxField([
                'label' => 'Address of your tonelint service', 'default' => 'http://127.0.0.1:7878',
                'required' => true, 'configuration' => ['size' => 60, 'length' => 200]]),
            'token' => new TextboxField([
                'label' => 'Token', 'hint' => 'If the service wants one. It stays on this server.',
                'configuration' => ['size' => 60, 'length' => 200]]),
            'guide' => new TextboxField([
                'label' => 'Guide', 'hint' => 'A guide that the service knows; empty for its first.']),
            'hold' => new ChoiceField([
                'label' => 'What holds a reply back', 'default' => 'warning', 'choices' => [
                    'warning' => 'Warnings and errors', 'error' => 'Errors only',
                    'never' => 'Nothing, findings are only shown']]),
        ];
    }
}

class TonelintPlugin extends Plugin
{
    public $config_class = 'TonelintConfig';

    public function bootstrap()
    {
        $config = $this->getConfig();
        $settings = [];
        foreach (['service', 'token', 'guide', 'hold'] as $name) {
            $settings[$name] = (string) $config->get($name);
        }

        // The page of a ticket: osTicket has no hook before a reply, so its form is watched.
        Signal::connect('object.view', function ($object) use ($settings) {
            if (!$object instanceof Ticket) {
                return;
            }
            $known = json_encode([
                'hold' => $settings['hold'] ?: 'warning', 'customer' => (string) $object->getName(),
                'id' => (string) $object->getNumber()], JSON_HEX_TAG | JSON_HEX_AMP);
            echo "<script>window.tonelintTicket = $known;</script>\n<script>\n";
            readfile(__DIR__ . '/tonelint.js');
            echo "</script>\n";
        });

        // The page asks this server, which adds the token.
        Signal::connect('ajax.scp', function ($dispatcher) use ($settings) {
            $dispatcher->append(url_post('^/tonelint/v1/check$', function () use ($settings) {
                global $thisstaff;
                if (!$thisstaff) {
                    Http::response(403, 'Agents only');
                }
                $override = ($_GET['override'] ?? '') === '1';
                $body = (string) file_get_contents('php://input');
                $text = \Tonelint\Check::ask_text($settings, $body, $override);
                Http::response($text === null ? 502 : 200,
                    $text ?? '{"detail":"the service cannot be reached."}', 'application/json');
            }));
        });
    }
}
