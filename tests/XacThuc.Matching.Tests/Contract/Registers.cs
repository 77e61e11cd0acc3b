using CsCheck;

namespace XacThuc.Matching.Tests.Contract;

/// <summary>Made-up registers that hold every odd case, and records about their people.</summary>
internal static class Registers
{
    private static readonly string[] Words =
        ("Nguyễn Trần Lê Đinh Đào Hoàng Lý Sầm Bế Y H'Hen Müller Ñoa Thị Văn Hữu Thuý An Ân Hoà Hòa Hoa Hóa Quý Quí " +
        "Giàu Nghĩa Yến Ý Tâm Tầm Tám Hậu Khuỷu Nguyệt Dương Dường Êban Niê Krông Bluê José A Ơ Ưng Xoan Soan Trinh")
        .Split(' ');

    private static readonly string[] Letters =
        ("Triệu Thịnh Vượng Phước Đặng Võ Vũ Bùi Đỗ Hồ Ngô Mạc Cù Lò Giàng Páo Sùng Thào Quách Khương Trương Phúc " +
        "Lộc Thọ Cường Dũng Mạnh Hùng Tuấn Việt Sơn Hà Giang Lam").Split(' ');

    private static readonly string[] Odd =
        ("Ñoa Müller Weiß Çelik Žižka Łuk Ørsted A'ma Anh-Thư d'Arc Đ. 1An Иван 明 \U00020000明 Ḁn Q\u0323an Ng\u0301a " +
        "supercalifragilisticexpialidocious Nguyễnthịhoàngphươngthảo Đđ ﬁn Ｎam İ ı ŉ")
        .Split(' ');

    private static readonly Gen<string> Name = Gen.Frequency(
        (8, Gen.OneOf(Words).Array[2, 4].Select(words => string.Join(' ', words))),
        (3, Gen.OneOf(Letters).Array[2, 4].Select(words => string.Join(' ', words))),
        (1, Gen.OneOf(Odd).Array[1, 4].Select(words => string.Join(' ', words))),
        (1, Gen.OneOf([.. Words, .. Letters]).Array[1, 24].Select(words => string.Join(' ', words))));

    private static readonly Gen<string> Sex = Gen.OneOf("Nam", "Nữ");

    private static readonly Gen<string> Date = Gen.Frequency(
        (8, Gen.Select(Gen.Int[1897, 2026], Gen.Int[1, 10], Gen.Int[1, 28], (y, m, d) => $"{y}-{m:00}-{d:00}")),
        (2, Gen.Int[1950, 1955].Select(y => $"{y}")),
        (1, Gen.Select(Gen.Int[1950, 1955], Gen.Int[1, 10], (y, m) => $"{y}-{m:00}")),
        (1, Gen.OneOf("1950-01-01", "1896-11-24", "1896-11-23", "1896", "1895", "1896-11", "2026-11-24", "2000-02-29")));

    private static readonly Gen<string> Id = Gen.Select(
        Gen.OneOf("001", "020", "096", "003", "000", "999"), Gen.Int[0, 4], Gen.Int[0, 99], Gen.Int[0, 99],
        (province, century, year, rest) => $"{province}{century}{year:00}0000{rest:00}");

    // Few numbers, so that people share them.
    private static readonly Gen<string> OldId = Gen.Frequency(
        (3, Gen.Int[0, 60].Select(n => $"0800000{n:00}")), (1, Gen.Int[0, 30].Select(n => $"{n:000000000}")),
        (1, Gen.Const("")));

    private static readonly Gen<WrittenPerson> Person = Gen.Select(
        Id, OldId, Name, Sex, Date, (id, old, name, sex, date) => new WrittenPerson(id, old, name, sex, date, ""));

    public static Gen<string> PossibleDate { get; } = Date.Where(date => date is not ("1895" or "1896-11-23"));

    /// <summary>People who share no number with anybody, each with a well-formed name and a possible date.</summary>
    public static Gen<WrittenPerson> Sound { get; } = Gen.Select(
        Gen.Int[0, 999_999], Gen.Int[1, 999_999_999], Gen.OneOf([.. Words, .. Letters]).Array[2, 4], Sex,
        PossibleDate,
        (id, old, words, sex, date) => new WrittenPerson(
            $"020090{id:000000}", $"{old:000000000}", string.Join(' ', words), sex, date, ""));

    /// <summary>People, some of them twins, twice in the register, or under another's number.</summary>
    public static Gen<WrittenPerson[]> People { get; } = Person.Array[60].SelectMany(people => Gen.OneOf(
        Gen.OneOf(people),
        Gen.Select(Gen.OneOf(people), Id, (person, id) => person with { PersonalId = id }),
        Gen.Select(Gen.OneOf(people), Id, Name, (person, id, name) => person with { PersonalId = id, FullName = name }),
        Gen.Select(Gen.OneOf(people), Gen.OneOf(people), (person, other) =>
            person with { PersonalId = other.PersonalId }),
        Gen.Select(Gen.OneOf(people), OldId, (person, old) => person with { OldId = old }),
        Gen.OneOf(people).SelectMany(person =>
            Writings.OfName(person.FullName).Select(name => person with { FullName = name })),
        Gen.Select(Gen.OneOf(people), Id, (person, id) => person with { PersonalId = id, DateOfBirth = "" }))
        .Array[20].Select(others => people.Concat(others).ToArray()));

    /// <summary>A record about someone of the register, right or wrong or unreadable in any of its fields.</summary>
    public static Gen<WrittenRecord> RecordOf(WrittenPerson[] people) => Gen.OneOf(people).SelectMany(person => Gen.Select(
        NameOf(person), SexOf(person), DateOf(person), NumberOf(person, people),
        (name, sex, date, number) => new WrittenRecord(name, sex, date, number)));

    private static Gen<string> NameOf(WrittenPerson person) => Gen.Frequency(
        (12, Writings.OfName(person.FullName)),
        (4, Slips.InName(person.FullName).SelectMany(Writings.OfName)),
        (2, Name.SelectMany(Writings.OfName)),
        (1, Gen.OneOf("", " ", "\u200B", "12345", "-", "A\0B", "A\uFFFDB", "\u0301", "X\u0301\u0302",
            "\uD800A", "A\uDC00", "\u0301A", "A \u0301", "A\u0085B", "A\u2028B", "A\u0001B", "一", "\U00020000",
            "A\u0303\u0302", "A\u0341", "\u212A", "A B C D E F G H I K L M N O P Q R S T U V X Y Z A B")));

    private static Gen<string> SexOf(WrittenPerson person) => Gen.Frequency(
        (16, Writings.OfSex(person.Sex)), (3, Sex.SelectMany(Writings.OfSex)),
        (1, Gen.OneOf("", " ", "2", "x", "Nam Nữ", "-", "11", "\0")));

    private static Gen<string> DateOf(WrittenPerson person) => Gen.Frequency(
        (14, person.DateOfBirth.Length == 0 ? Date : Writings.OfDate(person.DateOfBirth)),
        (3, Date.SelectMany(Writings.OfDate)),
        (2, person.DateOfBirth.Length is 4 or 7 ? Writings.OfDate(person.DateOfBirth + "-01") : Date),
        (1, person.DateOfBirth.Length == 10 ? Writings.OfDate(person.DateOfBirth[..7]) : Date),
        (1, Gen.OneOf(
            "", " ", "31/02/1990", "12/03/90", "25/11/2026", "24/11/2026", "23/11/1896", "24/11/1896", "1895", "1896",
            "12/2026", "11/2026", "2027", "2026", "12/00/1990", "00/03/1990", "32944", "46350", "46351", "x", "1/2-1990",
            "29/02/2000", "29/02/1900", "19900312", "//1990", "1990-1-2")));

    private static Gen<string> NumberOf(WrittenPerson person, WrittenPerson[] people) => Gen.Frequency(
        (8, Writings.OfNumber(person.PersonalId)),
        (5, Writings.OfNumber(person.OldId)),
        (2, Writings.OfNumber(person.PersonalId.TrimStart('0'))),
        (2, Writings.OfNumber(person.OldId.TrimStart('0'))),
        (2, Slips.InDigits(person.PersonalId)),
        (1, Id),
        (1, OldId),
        (1, Gen.OneOf(people).Select(other => other.PersonalId)),
        (1, Gen.OneOf(
            "", " ", "0", "00", "000000000", "00000000000", "000000000000", "0000000000000", "x", "2.0190001234E+10",
            "2.019E+10", ".", "1.0", "8E+1", "..0", "020.0.0", "1e5", "1E+400", "+20", "２０", "\0", "1\u200B2")));
}
