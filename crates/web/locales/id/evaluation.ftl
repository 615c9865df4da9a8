# Hasil evaluasi: halaman hasil, mengapa, dokumen, distribusi.

evaluation-title = Hasil evaluasi
evaluation-of = Hasil evaluasi { $name }
evaluation-predikat = Predikat
evaluation-predikat-is = Predikat kinerja: { $predikat }
evaluation-dates = Periode
evaluation-evaluator = Dinilai oleh
evaluation-reviewed = Sudah ditinjau
evaluation-signed-at = Ditandatangani
evaluation-capaian-missing = Belum ditetapkan ketika hasil ini dibuat
evaluation-print = Cetak dokumen (PDF)
evaluation-desk = Meja penilaian
evaluation-back = Kembali ke hasil
evaluation-not-acknowledged = Menunggu tanda terima Anda

evaluation-why-title = Mengapa hasilnya begini
evaluation-why-alone = Buka alasan ini sebagai halaman tersendiri
evaluation-policy = Aturan yang dipakai: { $policy }.
evaluation-certainty-says = “Teks resmi” berarti dibaca langsung dari peraturan; “tafsiran” berarti peraturan tidak menyebutnya dan alasannya tercatat di Aturan main.
evaluation-certainty-text = Teks resmi
evaluation-certainty-secondary = Sumber sekunder
evaluation-certainty-assumption = Tafsiran

evaluation-notes = Catatan atau rekomendasi
evaluation-notes-hint = Misalnya pelatihan, bimbingan, atau penugasan berikutnya. Ikut tercetak pada dokumen.
evaluation-no-notes = Tidak ada catatan.

evaluation-sign-title = Tetapkan hasil
evaluation-sign-says = Dengan menetapkan, Anda menandatangani hasil ini dan pegawai langsung menerimanya. Sesudah itu hasil tidak dapat diubah.
evaluation-sign-without-capaian = Capaian kinerja organisasi belum ditetapkan. Hasil tetap dapat ditetapkan dan akan menyebutkannya.
evaluation-sign-without-self = Penilaian diri tidak ada. Hasil akan menyebutkannya.
evaluation-sign = Tandatangani dan tetapkan
evaluation-signed = Hasil sudah ditetapkan. Lanjutkan dengan umpan balik.

evaluation-acknowledge-title = Tanda terima
evaluation-acknowledge-says = Menandatangani berarti Anda sudah menerima hasil ini, bukan berarti menyetujuinya.
evaluation-acknowledge = Saya sudah menerima hasil ini
evaluation-acknowledged = Tanda terima sudah dicatat.

evaluation-document = Dokumen evaluasi kinerja
evaluation-duty = Langkah
evaluation-duty-sign = Ditandatangani penilai
evaluation-duty-deliver = Disampaikan kepada pegawai
evaluation-duty-acknowledge = Ditandatangani pegawai
evaluation-duty-report = Dilaporkan kepada Pejabat yang Berwenang
evaluation-due-by = Paling lambat
evaluation-due-state = Keadaan
evaluation-due-done = Selesai { $date }
evaluation-due-done-late = Selesai { $date }, lewat { $n } hari
evaluation-due-late = Lewat { $n } hari
evaluation-due-later = Menunggu langkah sebelumnya

evaluation-distribution-title = Sebaran predikat
evaluation-distribution-open = Lihat sebaran predikat
evaluation-distribution-lead = Sebaran predikat orang-orang yang Anda nilai, di samping pola yang diharapkan peraturan. Ini panduan untuk bercermin, bukan jatah: tidak ada predikat yang berubah karenanya.
evaluation-distribution-people = Pegawai
evaluation-distribution-count = { $n } orang berpredikat
evaluation-distribution-missing = { $n } orang belum
evaluation-distribution-empty = Belum ada predikat
evaluation-distribution-empty-says = Sebaran muncul setelah hasil pertama ditetapkan.
evaluation-distribution-figure = Jumlah pegawai menurut predikat
evaluation-distribution-shape = bentuk pola menurut peraturan
evaluation-distribution-peak = menurut peraturan, idealnya paling banyak
evaluation-distribution-explain = Penjelasan Anda
evaluation-distribution-explain-hint = Bila sebaran ini memang demikian, tulis sebabnya. Tidak ada predikat yang berubah; penjelasan Anda tersimpan bersama periode ini.
evaluation-distribution-explain-save = Simpan penjelasan
evaluation-distribution-explained = Penjelasan sebaran disimpan.
evaluation-distribution-explained-at = Ditulis { $at }.
evaluation-years-see = Dari tahun ke tahun
evaluation-years-title = Dari tahun ke tahun
evaluation-years-of = Dari tahun ke tahun: { $name }
evaluation-years-none = Belum ada hasil tahunan
evaluation-years-none-says = Halaman ini terisi setelah evaluasi tahunan yang pertama ditetapkan.
evaluation-years-year = Tahun
evaluation-years-hasil = Hasil kerja
evaluation-years-perilaku = Perilaku kerja
evaluation-years-criteria = Kriteria skema
evaluation-years-says = Arah dihitung dari nilai tengah perubahan antartahun, sehingga satu tahun yang ganjil tidak membaliknya. Arah bukan penilaian.
evaluation-years-direction = Arah
evaluation-years-unknown = belum dapat dikatakan
