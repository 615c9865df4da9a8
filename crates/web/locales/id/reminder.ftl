# Mengingatkan satu unit.

reminder-preview = { $people } orang, { $notices } pemberitahuan
reminder-says = Setiap orang mendapat paling banyak satu pemberitahuan sehari untuk satu langkah, berapa pun jumlah yang ditunggu.
reminder-send = Kirim pengingat
reminder-steps = Ingatkan tentang
reminder-title = Ingatkan
