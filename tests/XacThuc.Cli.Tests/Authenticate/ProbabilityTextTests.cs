using System.Text;
using XacThuc.Cli.Authenticate.Suggesting;
using XacThuc.Tables.Rows;
using Xunit;

namespace XacThuc.Cli.Tests.Authenticate;

public sealed class ProbabilityTextTests
{
    [Theory]
    [InlineData(0.9899999, "0.989999")]
    [InlineData(0.99, "0.99")]
    [InlineData(0.9999996, "0.999999")]
    [InlineData(1, "0.999999")]
    [InlineData(0.5, "0.5")]
    [InlineData(0.0000009, "0")]
    [InlineData(0, "0")]
    public void No_probability_is_printed_as_more_than_it_is(double probability, string printed)
    {
        var text = new TextBuffer();

        ProbabilityText.Add(text, probability);

        Assert.Equal(printed, Encoding.ASCII.GetString(text.Written));
    }
}
