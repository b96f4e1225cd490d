<?php

Route::group([
    'middleware' => ['web', 'auth', 'roles'], 'roles' => ['user', 'admin'],
    'prefix' => \Helper::getSubdirectory(), 'namespace' => 'Modules\Tonelint\Http\Controllers',
], function () {
    Route::post('/tonelint/v1/check', ['uses' => 'TonelintController@check'])->name('tonelint.check');
});
