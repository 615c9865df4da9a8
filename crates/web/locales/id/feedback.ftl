# Umpan balik dan perkembangan.

feedback-title = Hasil dan umpan balik
feedback-lead = Hasil Anda dari tahun ke tahun, umpan balik yang Anda terima, dan apa yang Anda rencanakan.
feedback-received = Umpan balik untuk saya
feedback-none = Belum ada umpan balik
feedback-none-says = Umpan balik dari penilai muncul di sini setelah hasil ditetapkan.
feedback-my-answer = Jawaban saya
feedback-no-answer = Dibaca, tanpa jawaban.
feedback-answer-now = Baca dan jawab

feedback-heading = Umpan balik
feedback-from = Dari { $name }, { $when }
feedback-none-yet = Umpan balik belum ditulis. Anda akan mendapat pemberitahuan.
feedback-give-says = Tulis untuk { $name }: pendek, nyata, dan dapat ditindaklanjuti. Masih dapat Anda ubah sampai dibaca.
feedback-good = Yang sudah baik
feedback-good-hint = Sebut satu dua hal yang benar-benar Anda lihat.
feedback-improve = Yang perlu ditingkatkan
feedback-improve-hint = Tentang pekerjaannya, bukan orangnya. Kapan terjadi, apa akibatnya.
feedback-advice = Saran nyata
feedback-advice-hint = Apa yang dilakukan, dengan siapa, sampai kapan.
feedback-example = Lihat contoh
feedback-example-good = Permohonan informasi bulan Mei dijawab rata-rata dua hari, dan pemohon menyebut penjelasan Anda jelas.
feedback-example-improve = Dua laporan bulanan masuk sesudah tanggal 10, sehingga rekap unit tertunda.
feedback-example-advice = Mulai Agustus, siapkan rekap tiap Jumat bersama Wahyu. Kita lihat bersama pada akhir September.
feedback-give = Sampaikan umpan balik
feedback-given = Umpan balik sudah disampaikan.
feedback-answer = Jawaban atau rencana Anda
feedback-answer-hint = Apa yang akan Anda lakukan, atau apa yang Anda lihat berbeda.
feedback-acknowledge = Sudah saya baca
feedback-acknowledged = Tercatat bahwa Anda sudah membacanya.
feedback-acknowledged-at = Dibaca oleh { $name } pada { $at }
