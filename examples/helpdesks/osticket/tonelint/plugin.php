<?php

return [
    'id' => 'tonelint:replies',
    'version' => '1.0.0',
    'ost_version' => '1.17',
    'name' => 'Tonelint',
    'author' => 'tonelint',
    'description' => 'Checks the tone of a reply before it is sent.',
    'plugin' => 'tonelint.php:TonelintPlugin',
];
