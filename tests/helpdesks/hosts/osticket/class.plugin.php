<?php  // osTicket's classes are in ../osticket.php
