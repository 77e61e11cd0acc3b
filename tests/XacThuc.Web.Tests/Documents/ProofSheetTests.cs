using SkiaSharp;
using XacThuc.Web.Documents;
using Xunit;

namespace XacThuc.Web.Tests.Documents;

/// <summary>What a person shows: on paper, and as pictures of a phone.</summary>
public sealed class ProofSheetTests
{
    // As long as a certificate of RSA: the largest code there is.
    private static readonly ProofSheet Proof = new(
        "BỘ Y TẾ · MINISTRY OF HEALTH", "CHỨNG NHẬN TIÊM CHỦNG COVID-19", "COVID-19 vaccination certificate", "Nguyễn Thị Thuý Ượng", "HC1:" + string.Concat(Enumerable.Repeat("6BF+70790T9WJWG.FKY*", 41)),
        [new("Ngày sinh", "Date of birth", "02/09/1978"), new("Mã chứng nhận", "Certificate id", "URN:UVCI:01:VN:5E6A0F0C2D3B4A59887766554433221A")], ["So tên với giấy tờ.", "Compare the name with a document."]);

    [Fact]
    public async Task The_page_is_one_small_file_whose_words_can_be_read_back()
    {
        var file = Proof.ToPdf();

        var pdf = new WrittenPdf(file);
        Assert.True(pdf.IsWhole);
        Assert.Equal(1, pdf.Pages);
        Assert.InRange(file.Length, 10_000, 200_000);
        var text = await pdf.Read(TestContext.Current.CancellationToken);
        foreach (var words in (string[])["CHỨNG NHẬN TIÊM CHỦNG COVID-19", "Nguyễn Thị Thuý Ượng", "Ngày sinh / Date of birth", "02/09/1978", "Compare the name"])
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_proof_gives_the_same_bytes() => Assert.Equal(Proof.ToPdf(), Proof.ToPdf());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_picture_is_upright_sharp_and_light_enough_to_be_sent(bool isCard)
    {
        var file = isCard ? Proof.ToCard() : Proof.ToPicture();

        using var picture = SKBitmap.Decode(file);
        Assert.True(picture.Height > picture.Width);
        Assert.InRange(picture.Width, 1000, 1300);
        Assert.InRange(file.Length, 5_000, 400_000);
        Assert.Equal(SKColors.White, picture.GetPixel(3, 3));
    }
}
