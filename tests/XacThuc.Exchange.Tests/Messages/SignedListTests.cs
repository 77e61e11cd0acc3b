using XacThuc.Exchange.Messages;
using Xunit;

namespace XacThuc.Exchange.Tests.Messages;

public sealed class SignedListTests
{
    // As it was signed before a list said who gave the second look.
    private const string Before =
        """{"list":"DS-1","digest":"abc","signedBy":"ca1","signer":"Nông Văn A","unitCode":"CAX-06226","signedAt":"2026-01-02T03:04:05+00:00","lines":[{"number":1,"ref":"r1","version":1,"verdict":"askPerson","fullName":null,"sex":null,"dateOfBirth":null,"idNumber":null,"note":"mang CCCD"}]}""";

    [Fact]
    public void A_list_signed_before_second_looks_were_named_is_read_and_written_as_it_was()
    {
        var read = ListDigest.FindList(Before);

        Assert.NotNull(read);
        Assert.Null(read.SecondLookBy);
        Assert.Equal(Before, ListDigest.ToContent(read));
    }

    [Fact]
    public void A_list_names_who_gave_the_second_look()
    {
        var list = ListDigest.FindList(Before)! with { SecondLookBy = ["Lý Văn C"] };

        var content = ListDigest.ToContent(list);

        Assert.EndsWith(""","secondLookBy":["Lý Văn C"]}""", content, StringComparison.Ordinal);
        Assert.Equal(["Lý Văn C"], ListDigest.FindList(content)!.SecondLookBy);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"Lý Văn C\"")]
    public void A_list_that_names_nobody_in_another_form_is_none(string said) =>
        Assert.Null(ListDigest.FindList(Before[..^1] + ",\"secondLookBy\":" + said + "}"));
}
