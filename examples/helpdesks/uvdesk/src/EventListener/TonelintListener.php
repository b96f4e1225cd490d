<?php

namespace App\EventListener;

use Symfony\Component\HttpFoundation\RequestStack;
use Symfony\Component\HttpKernel\Event\ResponseEvent;
use Tonelint\Check;
use Webkul\UVDesk\CoreFrameworkBundle\Entity\Thread;

require_once __DIR__ . '/../../lib/tonelint/Check.php';

/**
 * Checks an agent's reply when UVdesk saves it. UVdesk shows the message of what is thrown here and goes
 * back to the ticket; what was written is kept and put into the editor again.
 */
class TonelintListener
{
    private const HOW = 'Send it again to send it as it is.';

    /** Seconds in which a second press is a double click, not an answer to the message. */
    private const DOUBLE_CLICK = 1.0;

    private $settings;
    private $requests;

    /** @param array{service: string, token?: string, guide?: string, hold?: string} $settings */
    public function __construct(array $settings, RequestStack $requests)
    {
        $this->settings = $settings;
        $this->requests = $requests;
    }

    /** Doctrine's event before something new is stored. */
    public function prePersist($event): void
    {
        $thread = method_exists($event, 'getObject') ? $event->getObject() : $event->getEntity();
        $request = $this->requests->getCurrentRequest();
        // Mail that comes in and commands have no request; customers and notes are not ours.
        if (!$thread instanceof Thread || !$request || !$request->hasSession()
            || $thread->getThreadType() !== 'reply' || $thread->getCreatedBy() !== 'agent'
            || Check::is_blank((string) $thread->getMessage())) {
            return;
        }
        $session = $request->getSession();
        $ticket = $thread->getTicket();
        $reply = (string) $thread->getMessage();
        $key = hash('sha256', $ticket->getId() . "\n" . $reply);
        $gone = $session->get('tonelint.gone');
        if (($gone['key'] ?? '') === $key && microtime(true) - $gone['at'] < self::DOUBLE_CLICK) {
            throw new \RuntimeException('This reply is already on its way.');
        }
        $held = $session->get('tonelint.held');
        $again = ($held['key'] ?? '') === $key;
        if ($again && microtime(true) - $held['at'] < self::DOUBLE_CLICK) {
            throw new \RuntimeException($held['message']);
        }
        $customer = $ticket->getCustomer();
        $answer = Check::ask($this->settings, [
            'id' => (string) $ticket->getId(), 'reply' => $reply, 'syntax' => 'html', 'channel' => 'email',
            'customer' => ['name' => $customer ? (string) $customer->getFullName() : ''],
        ], $again);
        if (!Check::holds($this->settings, $answer['verdict'])) {
            $session->remove('tonelint.held');
            $session->set('tonelint.gone', ['key' => $key, 'at' => microtime(true)]);
            return;
        }
        $message = Check::message($answer, self::HOW);
        $session->set('tonelint.held', [
            'key' => $key, 'at' => microtime(true), 'message' => $message, 'reply' => $reply,
            'answer' => $answer, 'shown' => false]);
        throw new \RuntimeException($message);
    }

    /** Puts what was held back into the editor of the page that UVdesk goes back to, and shows the panel. */
    public function onKernelResponse(ResponseEvent $event): void
    {
        $request = $event->getRequest();
        $response = $event->getResponse();
        $type = (string) $response->headers->get('Content-Type', 'text/html');
        if (!$request->hasSession() || $response->getStatusCode() !== 200 || strpos($type, 'text/html') !== 0) {
            return;
        }
        $held = $request->getSession()->get('tonelint.held');
        $page = (string) $response->getContent();
        $end = strrpos($page, '</body>');
        if (!$held || $held['shown'] || $end === false) {
            return;
        }
        $held['shown'] = true;
        $request->getSession()->set('tonelint.held', $held);
        $known = json_encode(['reply' => $held['reply'], 'answer' => $held['answer'], 'how' => self::HOW],
            JSON_HEX_TAG | JSON_HEX_AMP);
        $script = "<script>window.tonelintHeld = $known;</script>\n<script>\n"
            . file_get_contents(__DIR__ . '/../../lib/tonelint/tonelint.js') . "</script>\n";
        $response->setContent(substr_replace($page, $script, $end, 0));
    }
}
