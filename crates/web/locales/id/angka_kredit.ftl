# Angka kredit: halaman sendiri.
ak-how-far = Sejauh mana
ak-lead = Hasil konversi predikat kinerja Anda sebagai { $jenjang }. Angka kredit adalah hasil konversi, bukan keputusan kenaikan pangkat atau jenjang.
ak-letter = Surat
ak-no-jenjang = Angka kredit dihitung untuk jabatan fungsional. Jabatan Anda sekarang bukan jabatan fungsional.
ak-not-before = Belum termasuk angka kredit sebelum tahun-tahun di bawah ini.
ak-nothing-yet = Belum ada hasil evaluasi yang dapat dikonversi. Baris pertama muncul setelah evaluasi pertama ditandatangani.
ak-period = Periode
ak-periods = Gambaran tahun berjalan
ak-periods-say = Yang dihitung adalah predikat tahunan. Angka periode di bawah ini hanya gambaran dan tidak dijumlahkan.
ak-predikat = Predikat
ak-print = Unduh PDF
ak-title = Angka kredit
ak-value = Angka kredit
ak-worked-out = Perhitungan
ak-years = Menurut predikat tahunan
ak-see = Angka kredit (bagi pejabat fungsional)
