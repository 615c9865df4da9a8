# Mengenal penilaian kinerja: perjalanan singkat, kuis, pemahaman per unit.

orientation-again = Coba lagi
orientation-answers = Jawaban kuis
orientation-begin = Mulai kuis
orientation-caution = Angka keberatan diletakkan di samping pemahaman, bukan sebagai akibatnya. Unit berbeda dalam banyak hal, dan keberatan adalah hak, bukan kesalahan. Perubahan baru berarti bila terlihat beberapa tahun.
orientation-first = Benar, pertama kali
orientation-last = Benar, terakhir
orientation-last-time = Terakhir kali { $right } dari { $of } jawaban benar.
orientation-lead = Delapan langkah dari awal tahun sampai hasil, masing-masing dengan tautan ke halaman Anda sendiri. Lima menit.
orientation-nobody-fails = Tidak ada yang lulus atau gagal. Jawaban Anda tidak dilihat orang lain; yang dilihat hanya angka unit berlima atau lebih.
orientation-objected = Keberatan dari hasil { $year }
orientation-otherwise = Belum tepat
orientation-people = Pegawai
orientation-quiz = Kuis singkat
orientation-quiz-lead = Kuis ini berisi { $n } pertanyaan tentang hal yang perlu Anda ketahui. Setelah itu setiap jawaban dijelaskan dengan pasalnya.
orientation-right = Tepat
orientation-right-answer = Jawaban yang tepat
orientation-see-answers = Lihat jawabannya
orientation-send = Kirim jawaban
orientation-small = Kelompok kurang dari { $n } orang tidak ditampilkan.
orientation-title = Mengenal penilaian kinerja
orientation-too-few = terlalu sedikit
orientation-took-it = Sudah ikut kuis
orientation-understanding = Pemahaman per unit
orientation-understanding-lead = Di mana perlu penjelasan lebih: bagian pegawai yang sudah ikut kuis, dan bagian jawaban yang benar.
orientation-unit = Unit
orientation-whole = Seluruh instansi
orientation-you-said = Jawaban Anda

nav-orientation = Mengenal penilaian
