using System.Formats.Cbor;
using CsCheck;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Hcert.Schema;
using XacThuc.Certificates.Hcert.Writing;
using Xunit;

namespace XacThuc.Certificates.Tests.Hcert;

public sealed class HcertWritingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_written_is_read_again_and_its_signer_recognised(bool withRsa)
    {
        using var own = withRsa ? GivenSigner.Rsa() : GivenSigner.Ec();
        foreach (var certificate in (Dcc[])[GivenSigner.Vaccinated(), GivenSigner.Tested(GivenSigner.Issued), GivenSigner.Recovered()])
        {
            var fault = HcertMessage.TryRead(GivenSigner.Text(own, certificate), out var message);

            Assert.Equal((HcertFault.None, withRsa ? -37 : -7, "VN"), (fault, message!.Algorithm, message.Claims.Issuer));
            Assert.True(message.IsSignedBy(own));
            Assert.Equal((GivenSigner.Issued, GivenSigner.Expires), (message.Claims.IssuedAt, message.Claims.ExpiresAt));
            Assert.Empty(DccSchema.Check(message.Claims.Certificate));
        }
    }

    [Fact]
    public void A_vaccination_says_its_eleven_fields()
    {
        using var own = GivenSigner.Ec();

        _ = HcertMessage.TryRead(GivenSigner.Text(own, GivenSigner.Vaccinated("Nguyễn Thị Mỹ Duyên")), out var message);

        Assert.Equal(
            """{"v":[{"ci":"URN:UVCI:01:VN:0123456789ABCDEF0123456789ABCDEF","co":"VN","dn":2,"dt":"2021-09-18","is":"Ban Co Yeu","ma":"ORG-100030215","mp":"EU/1/20/1528","sd":2,"tg":"840539006","vp":"1119349007"}],"dob":"1956-02-11","nam":{"fn":"Nguy\u1EC5n","gn":"Th\u1ECB M\u1EF9 Duy\u00EAn","fnt":"NGUYEN","gnt":"THI\u003CMY\u003CDUYEN"},"ver":"1.3.0"}""",
            message!.Claims.Certificate.GetRawText());
    }

    [Theory]
    [InlineData("Trương Văn  Tâm", "Trương", "Văn Tâm")]
    [InlineData("  Lý\tThị Mẩy ", "Lý", "Thị Mẩy")]
    [InlineData("Hoa", "Hoa", "")]
    public void A_name_is_its_words_one_space_apart(string written, string family, string given) =>
        Assert.Equal(new DccName(family, given), DccName.OfVietnamese(written));

    [Fact]
    public void Its_bytes_are_canonical_cbor_and_the_same_each_time()
    {
        var names = Gen.String[Gen.Char["aăâđêôơưạảấẽỹ AĐƯƠ-'"], 0, 40];
        Gen.Select(names, names, Gen.Int[1, 300], Gen.Int[0, 1_000_000_000]).Sample((family, given, dose, seconds) =>
        {
            var at = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
            var certificate = GivenSigner.Vaccinated() with { Name = new DccName(family, given) };
            certificate = certificate with { Entry = (DccEntry.Vaccination)certificate.Entry with { Dose = dose } };

            var bytes = HcertWriter.Claims(certificate, "VN", at, at.AddYears(1));

            // It refuses an order, a length or a number that is not the canonical one.
            new CborReader(bytes, CborConformanceMode.Canonical).SkipValue();
            new CborReader(bytes, CborConformanceMode.Ctap2Canonical).SkipValue();
            Assert.Equal(bytes, HcertWriter.Claims(certificate, "VN", at, at.AddYears(1)));
        });
    }

    [Theory]
    [InlineData("Nguyễn", "NGUYEN")]
    [InlineData("Đặng", "DANG")]
    [InlineData("Thị Mỹ  Ước", "THI<MY<UOC")]
    [InlineData("Hơ-Mông", "HO<MONG")]
    [InlineData("d'Červenková Panklová", "DCERVENKOVA<PANKLOVA")]
    [InlineData("Gößinger", "GOESSINGER")]
    [InlineData("Ærøskøbing", "AEROESKOEBING")]
    [InlineData("王", "")]
    [InlineData(" ", "")]
    public void A_name_is_written_as_passports_write_it(string name, string passport) => Assert.Equal(passport, PassportName.Of(name));
}
