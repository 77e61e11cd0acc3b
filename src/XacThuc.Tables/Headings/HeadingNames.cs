
namespace XacThuc.Tables.Headings;

/// <summary>The headings people write, as data: without marks, in small letters, without spaces.</summary>
public static class HeadingNames
{
    private static readonly (Heading Heading, string Names)[] Written =
    [
        (Heading.FullName,
            """
            fullname name personname patientname hoten hovaten hotendaydu hovatendaydu tendaydu hovachutendem
            hotenkhaisinh hovatenkhaisinh hochudemvaten hochudemten hodemvaten hodemten hochudemvatenkhaisinh hochudemtenkhaisinh hovatencongdan hotencongdan
            hotendoituong hovatendoituong hotennguoitiem hovatennguoitiem hotennguoidctiem hotenduoctiem
            hotennguoiduoctiem hovatennguoiduoctiem hotennguoiduoctiemchung
            hovatennguoiduoctiemchung hotencanbo hovatencanbo hotenhocsinh hovatenhocsinh hotenbenhnhan
            hovatenbenhnhan hotenchuho tencongdan tendoituong tenbenhnhan hotenvietnam
            """),
        (Heading.FamilyName,
            """
            ho hovatendem hotendem hodem holot hovatenlot hotenlot hovadem hovachudem hochudem hovatenchudem
            familyname lastname surname
            """),
        (Heading.GivenName, "ten givenname firstname tengoi tenrieng"),
        (Heading.Sex, "sex gender gioitinh gtinh gt phai namnu gioitinhnamnu gioi nunam sexgender"),
        (Heading.Female, "nu female gioitinhnu nugioi"),
        (Heading.MaleOrYear, "nam male gioitinhnam namgioi year"),
        (Heading.BirthDate,
            """
            dateofbirth dob birthdate birthday ngaysinh ngaythangnamsinh ntns ngaythangsinh ngaythangnam
            ngaythangnamsinhddmmyyyy ngaysinhddmmyyyy sinhngay ngaynamsinh nsinh thoigiansinh ngaysinhnamsinh
            """),
        (Heading.Day, "ngay day"),
        (Heading.Month, "thang thangsinh month birthmonth"),
        (Heading.BirthYear, "namsinh birthyear yearofbirth yob"),
        (Heading.PersonalNumber,
            """
            personalid cccd socccd socancuoccongdan cancuoccongdan cancuoc socancuoc sothecancuoc thecancuoc thecccd
            sothecccd sodinhdanh sodinhdanhcanhan madinhdanh madinhdanhcanhan maddcn ddcn sddcn soddcn maddcanhan
            masodinhdanh masodinhdanhcanhan masocccd masocancuoc cmnd12so
            dinhdanhcanhan madinhdanhcongdan cccdgancchip nationalid citizenid cccd12so personalnumber
            """),
        (Heading.OldNumber,
            """
            oldid cmnd socmnd socmndcu cmndcu cmt socmt cmtnd socmtnd chungminhnhandan chungminhthu cmnd9so socmnd9so
            sochungminhnhandan sochungminhthu sochungminh chungminh oldnumber cmtcu socmtcu
            """),
        (Heading.AnyNumber,
            """
            idnumber idno cmndcccd cccdcmnd socmndcccd socccdcmnd cmtcccd cccdcmt socmtcccd socccdcmt sogiayto
            giaytotuythan sogiaytotuythan cmndcccdhc cmndcccdhochieu socmndcccdhochieu
            cmndhoaccccd cccdhoaccmnd socmndsocccd socccdsocmnd socmndhoaccccd socccdhoaccmnd sodinhdanhcmnd
            socmndcccdsodinhdanh socccdmadinhdanh cccdmadinhdanh cccdmadinhdanhcanhan socccdmadinhdanhcanhan idcard
            idcardnumber identitynumber cmndcccdddcn socccdsodinhdanh socccdsodinhdanhcanhan idcardno
            """),
        (Heading.RecordId,
            """
            recordid recordno mahoso sohoso mabanghi madoituong mabenhnhan mamuitiem matiemchung mahs
            madoituongtiem mahosotiem masotiemchung madoituongtiemchung
            """),
        (Heading.RowNumber, "stt sothutu tt no sott rownumber row"),
        (Heading.Id, "id"),
        (Heading.Commune,
            """
            communecode commune maxa maphuongxa maxaphuong maphuong madvhc madonvihanhchinh maxaphuongthitran
            maphuongxathitran madvhcxa madiabanxa maxathuongtru maxaphuongthuongtru maphuongxathuongtru
            """),
        (Heading.Hamlet,
            """
            hamlet thon thonban banthon xom thonxom khupho todanpho khoipho thonkhupho thontodanpho thonbankhupho
            thonbantodanpho thonbankhuphotodanpho tenthon tenthonban thonthuongtru thontotodanpho
            """),
        (Heading.RowCode, "madong rowcode"),
        (Heading.RightName, "hovatendung hotendung rightfullname rightname"),
        (Heading.RightSex, "gioitinhdung rightsex"),
        (Heading.RightDate, "ngaysinhdung ngaythangnamsinhdung rightdateofbirth"),
        (Heading.RightNumber, "socccdcmnddung socccddung sodinhdanhdung rightidnumber rightnumber"),
        (Heading.HamletNote, "ghichucuathon hamletnote"),
        (Heading.Phone,
            """
            phone phonenumber mobile sodienthoai dienthoai sdt dtdd sodtdd didong sodidong sodienthoailienhe
            dienthoailienhe sdtlienhe dt sodt tel
            """),
        (Heading.Passport, "passport passportno passportnumber hochieu sohochieu"),
        (Heading.Nationality, "nationality quoctich"),
        (Heading.TargetGroup,
            """
            targetgroup group nhom nhomdoituong nhomuutien manhom manhomuutien nhomdoituonguutien doituong doituonguutien
            manhomdoituong loaidoituong
            """),
        (Heading.Note,
            """
            note notes remark ghichu tiensu tiensubenh tiensubenhtat tiensudiung benhnen tiensuchongchidinh chongchidinh
            tiensubenhchongchidinh diung
            """),
        (Heading.Consent, "consent dongy dongytiem dongythamgiatiem dongytiemchung camket"),
        (Heading.Guardian,
            """
            guardian nguoigiamho hotennguoigiamho hovatennguoigiamho chame bome hotenchame hotenbome chamenguoigiamho
            bomenguoigiamho nguoidaidien
            """),
        (Heading.GuardianPhone,
            """
            guardianphone sdtnguoigiamho dienthoainguoigiamho sodienthoainguoigiamho sdtchame sdtbome dienthoaichame
            dienthoaibome
            """),
        (Heading.DoseNumber,
            """
            dosenumber doseno dose mui muiso muithu somui muitiem muitiemso muitiemthu somuitiem thutumui thutumuitiem
            lantiem lantiemthu muivacxin muivaccine lieu lieuso
            """),
        (Heading.Vaccine,
            """
            vaccine vaccinename vacxin vacin vacxintiem vaccinetiem tenvacxin tenvaccine tenvacxintiem tenvaccinetiem
            loaivacxin loaivaccine loaivacxintiem loaivaccinetiem vacxincovid19 vaccinecovid19 tenvacxincovid19
            vacxinphongcovid19 vaccinephongcovid19 product productname tenthuoc
            """),
        (Heading.Lot,
            """
            lot lotno lotnumber batch batchno batchnumber lo solo malo lovacxin lovaccine solovacxin solovaccine
            lothuoc solothuoc
            """),
        (Heading.GivenOn,
            """
            givenon vaccinationdate dateofvaccination dateofinjection injectiondate dosedate ngaytiem ngaytiemchung
            ngaytiemvacxin ngaytiemvaccine ngaygiotiem thoigiantiem thoigiantiemchung ngaythangtiem ngaythangnamtiem
            thoidiemtiem
            """),
        (Heading.Facility,
            """
            facility site vaccinationsite vaccinatedat noitiem noitiemchung cosotiem cosotiemchung tencosotiem
            tencosotiemchung diemtiem diemtiemchung diadiemtiem diadiemtiemchung donvitiem donvitiemchung
            """),
        (Heading.PlaceCode, "placecode code madiem madiemkiemsoat madiemqr maqr macoso"),
        (Heading.PlaceName,
            """
            placename place tendiem tendiemkiemsoat diemkiemsoat tencoso tendonvi tencoquan tentruong tenchot
            tencoquandonvi tendoanhnghiep tencongty tendiadiem tencosokinhdoanh tendonvicoso
            """),
        (Heading.PlaceKind,
            """
            kind type placekind loai loaihinh loaidiem loaicoso loaidonvi phanloai loaidiemkiemsoat loaihinhcoso
            loaihinhdonvi nhomcoso
            """),
        (Heading.Address, "address diachi diachidiem diachicoso diachidonvi diadiem diachicuthe diachichitiet sonhaduong"),
        (Heading.PlaceCommune, "xa xaphuong phuongxa xaphuongthitran phuongxathitran tenxa tenxaphuong tenphuongxa xathitran"),
        (Heading.Responsible,
            """
            responsible manager contact contactperson nguoichiutrachnhiem hotennguoichiutrachnhiem
            hovatennguoichiutrachnhiem nguoiphutrach hotennguoiphutrach hovatennguoiphutrach nguoiquanly hotennguoiquanly
            hovatennguoiquanly nguoidangky nguoilienhe nguoidungdau thutruong daumoi daumoilienhe canbophutrach
            """),
        (Heading.ResponsiblePhone,
            """
            responsiblephone contactphone sdtnguoichiutrachnhiem dienthoainguoichiutrachnhiem
            sodienthoainguoichiutrachnhiem sdtnguoiphutrach dienthoainguoiphutrach sodienthoainguoiphutrach
            dienthoainguoilienhe sodienthoainguoilienhe
            """),
        (Heading.UnitCode, "unit unitcode madonvi madonviquanly donviquanly coquanquanly madonviphutrach"),
    ];

    private static readonly Dictionary<string, Heading> Known = ByName();

    public static Heading Recognise(string written)
    {
        if (written.Length is 0 or > 200) return Heading.None;
        foreach (var fold in (ReadOnlySpan<Func<string, string>>)
                 [HeadingText.Fold, HeadingText.FoldTcvn3, HeadingText.FoldVni])
        {
            var heading = Recognise(written, fold);
            if (heading != Heading.None) return heading;
        }

        return Heading.None;
    }

    private static Heading Recognise(string written, Func<string, string> fold)
    {
        if (Known.TryGetValue(fold(written), out var whole)) return whole;
        var bare = HeadingText.WithoutBrackets(written);
        if (Known.TryGetValue(fold(bare), out whole)) return whole;

        // "CCCD / Hộ chiếu", or the English under the Vietnamese: what is recognised must agree.
        var parts = Array.ConvertAll(
            bare.Split(['/', '\n', '\r', '|', ';'], StringSplitOptions.RemoveEmptyEntries),
            part => Known.GetValueOrDefault(fold(part), Heading.None));
        if (parts.Length < 2 || parts[0] == Heading.None) return Heading.None;
        return Array.TrueForAll(parts, part => part == parts[0] || part == Heading.None) ? parts[0]
            : IsNumber(parts[0]) && Array.TrueForAll(parts, part => part == parts[0] || part is Heading.None or Heading.Passport) ? parts[0]
            : Array.TrueForAll(parts, IsNumber) ? Heading.AnyNumber
            : Heading.None;
    }

    private static bool IsNumber(Heading heading) => heading is Heading.None or Heading.PersonalNumber
        or Heading.OldNumber or Heading.AnyNumber or Heading.Id or Heading.Passport;

    // Of a name that stands twice the first counts. Written out: a run of half a second is not to compile queries.
    private static Dictionary<string, Heading> ByName()
    {
        var known = new Dictionary<string, Heading>(400, StringComparer.Ordinal);
        foreach (var (heading, names) in Written)
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) known.TryAdd(name, heading);
        return known;
    }
}
