<?php
// As much of Symfony, Doctrine and UVdesk as the listener needs, and the page of a ticket that posts a reply.
// PHP's own server runs it; TONELINT_LISTENER is the folder of the package.

namespace Symfony\Component\HttpFoundation {
    class Session
    {
        public function get($name)
        {
            return $_SESSION[$name] ?? null;
        }

        public function set($name, $value)
        {
            $_SESSION[$name] = $value;
        }

        public function remove($name)
        {
            unset($_SESSION[$name]);
        }
    }

    class Request
    {
        public function hasSession()
        {
            return true;
        }

        public function getSession()
        {
            return new Session();
        }
    }

    class RequestStack
    {
        public function getCurrentRequest()
        {
            return new Request();
        }
    }

    class Response
    {
        public $headers;
        private $content;

        public function __construct($content)
        {
            $this->content = $content;
            $this->headers = new class {
                public function get($name, $default)
                {
                    return $default;
                }
            };
        }

        public function getStatusCode()
        {
            return 200;
        }

        public function getContent()
        {
            return $this->content;
        }

        public function setContent($content)
        {
            $this->content = $content;
        }
    }
}

namespace Symfony\Component\HttpKernel\Event {
    class ResponseEvent
    {
        private $response;

        public function __construct($response)
        {
            $this->response = $response;
        }

        public function getRequest()
        {
            return new \Symfony\Component\HttpFoundation\Request();
        }

        public function getResponse()
        {
            return $this->response;
        }
    }
}

namespace Webkul\UVDesk\CoreFrameworkBundle\Entity {
    class Thread
    {
        private $type;
        private $message;

        public function __construct($type, $message)
        {
            $this->type = $type;
            $this->message = $message;
        }

        public function getThreadType()
        {
            return $this->type;
        }

        public function getCreatedBy()
        {
            return 'agent';
        }

        public function getMessage()
        {
            return $this->message;
        }

        public function getTicket()
        {
            return new class {
                public function getId()
                {
                    return (int) ($_GET['id'] ?? 0);
                }

                public function getCustomer()
                {
                    return new class {
                        public function getFullName()
                        {
                            return 'Priya Nair';
                        }
                    };
                }
            };
        }
    }
}

namespace {
    require getenv('TONELINT_LISTENER') . '/src/EventListener/TonelintListener.php';
    session_start();
    if (isset($_GET['service'])) {
        $_SESSION['service'] = $_GET['service'];
        $_SESSION['sent'] = [];
    }
    $listener = new App\EventListener\TonelintListener(
        ['service' => $_SESSION['service'] ?? '', 'hold' => 'warning'],
        new Symfony\Component\HttpFoundation\RequestStack());
    if ($_SERVER['REQUEST_METHOD'] === 'POST') {
        // As in UVdesk: what is thrown while saving becomes a warning, and the ticket is shown again.
        try {
            $thread = new Webkul\UVDesk\CoreFrameworkBundle\Entity\Thread($_POST['threadType'], $_POST['reply']);
            $listener->prePersist(new class($thread) {
                private $thread;

                public function __construct($thread)
                {
                    $this->thread = $thread;
                }

                public function getObject()
                {
                    return $this->thread;
                }
            });
            $_SESSION['sent'][] = $_POST['reply'];
        } catch (Exception $problem) {
            $_SESSION['flash'] = $problem->getMessage();
        }
        header('Location: ?id=' . (int) $_GET['id'], true, 302);
        return;
    }
    $flash = htmlspecialchars($_SESSION['flash'] ?? '');
    unset($_SESSION['flash']);
    $sent = json_encode($_SESSION['sent'] ?? [], JSON_HEX_TAG);
    $page = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>A ticket in UVdesk</title></head><body>
<p id='flash'>$flash</p><form method='post'><select name='threadType'><option>reply<option>note</select>
<br><textarea id='reply' name='reply' rows='5' cols='60'></textarea><br><button id='send'>Reply</button></form>
<script>window.sent = $sent; window.ready = true;</script></body></html>";
    $response = new Symfony\Component\HttpFoundation\Response($page);
    $listener->onKernelResponse(new Symfony\Component\HttpKernel\Event\ResponseEvent($response));
    echo $response->getContent();
}
