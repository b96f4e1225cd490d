<?php

require_once __DIR__ . '/Check.php';

if (!app()->routesAreCached()) {
    require __DIR__ . '/Http/routes.php';
}
