using System.Diagnostics;
using CsCheck;
using XacThuc.Certificates.CitizenCard;
using XacThuc.Certificates.PersonalQr;
using XacThuc.Matching;
using Xunit;

namespace XacThuc.Certificates.Tests.PersonalQr;

public sealed class PersonalQrWriterTests
{
    private static readonly ScannedPersonalQr Code = new(
        "020093029317", null, "Nguyễn Lê Khả Hân", Date(1987, 1, 18), QrDeclarer.Oneself, "162979388586171100", Sex.Male, "HS4010120878811", "0912345678");

    [Fact]
    public void It_is_masked_by_default_and_in_full_on_request()
    {
        Assert.Equal("******029317|NGUYEN LE KHA HAN|1987-**-**|0|162979388586171100|<1<<<", PersonalQrWriter.Write(Code, inFull: false));
        Assert.Equal("020093029317|NGUYEN LE KHA HAN|1987-01-18|0|162979388586171100|<1<HS4010120878811<0912345678<", PersonalQrWriter.Write(Code, inFull: true));
        Assert.Equal(
            "020093029317|NGUYEN LE KHA HAN|1987-**-**|1|162979388586171100|77<0<<<",
            PersonalQrWriter.Write(Code with { Born = Date(1987, 0, 0), Declarer = QrDeclarer.Another, Sex = null, InsuranceNumber = "", Phone = "" }, inFull: true, declarerQid: "77"));
    }

    [Fact]
    public void What_is_written_in_full_is_read_again()
    {
        var codes = Gen.Select(Gen.Long[0, 999_999_999_999], Gen.Int[1900, 2020], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Bool, Gen.Long[1, long.MaxValue], Gen.Int[0, 2].Select(which => which == 0 ? (Sex?)null : which == 1 ? Sex.Male : Sex.Female));
        codes.Sample((number, year, month, day, isOneself, qid, sex) =>
        {
            var code = new ScannedPersonalQr(
                $"{number:000000000000}", new PersonalId((ulong)number), "LY THI MAY", Date(year, month, day), isOneself ? QrDeclarer.Oneself : QrDeclarer.Another, $"{qid}", sex, "HS4010120878811", "0912345678");

            Assert.Equal(code, Read(PersonalQrWriter.Write(code, inFull: true)));
            var masked = Read(PersonalQrWriter.Write(code, inFull: false));
            Assert.Equal((null, "", "", 0, code.Sex), (masked.Id, masked.Phone, masked.InsuranceNumber, masked.Born.Month, masked.Sex));
        });
    }

    [Theory]
    [InlineData("123456", "LY", "")]
    [InlineData("0200930|29317", "LY", "")]
    [InlineData("020093029317", "LY|MAY", "")]
    [InlineData("020093029317", "LY", "09<12")]
    public void What_would_be_read_otherwise_is_refused(string paper, string name, string phone) =>
        Assert.Throws<ArgumentException>(() => PersonalQrWriter.Write(Code with { Paper = paper, FullName = name, Phone = phone }, inFull: false));

    private static ScannedPersonalQr Read(string text) => ScannedCode.Read(text).Match(
        card: _ => throw new UnreachableException(), notice: _ => throw new UnreachableException(), insurance: _ => throw new UnreachableException(), personalQr: qr => qr,
        garbled: (_, _) => throw new UnreachableException(), other: (_, _) => throw new UnreachableException());

    private static PartialDate Date(int year, int month, int day) => PartialDate.TryCreate(year, month, day, out var date) ? date : throw new UnreachableException();
}
