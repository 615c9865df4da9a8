# Siapa membuka dan mengubah berkas saya.

access-as = Sebagai
access-changed = Yang mengubah
access-did-assessment = Mengisi atau mengirim penilaian
access-did-criteria = Mengisi kriteria skema
access-did-feedback = Menulis umpan balik atas hasil
access-did-file = Mengubah berkas
access-did-objection = Menangani keberatan
access-did-people = Mengubah data pegawai
access-did-plan = Mengubah atau menetapkan SKP
access-did-result = Menetapkan atau menyerahkan hasil
access-export = Unduh sebagai JSON
access-lead = Berkas kinerja ini milik Anda. Di sini tertulis siapa selain Anda yang membuka atau mengubahnya; apa yang tidak dicatat, dan mengapa, disebut di bawah.
access-nobody = Belum ada orang lain yang membuka berkas Anda.
access-nobody-changed = Belum ada orang lain yang mengubah berkas Anda.
access-note-kept = Catatan disimpan { $years } tahun, satu baris untuk setiap orang, bagian, dan hari.
access-note-lists = Daftar yang memuat banyak orang sekaligus, seperti halaman tim, tidak dicatat di sini; yang dicatat halaman tentang Anda.
access-note-peers = Rekan dan bawahan yang diminta menilai tidak dicatat: namanya dijaga, dan hari mereka membuka lembar pun tidak disimpan.
access-notes = Tentang catatan ini
access-opened = Yang membuka
access-times = { $n } kali hari itu
access-title = Siapa membuka berkas saya
access-what = Bagian
access-when = Terakhir
access-who = Siapa

nav-access = Siapa membuka berkas saya
