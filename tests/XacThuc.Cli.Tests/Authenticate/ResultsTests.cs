using XacThuc.Cli.Tests.Commands;
using Xunit;

namespace XacThuc.Cli.Tests.Authenticate;

public sealed class ResultsTests : IDisposable
{
    private readonly GivenFolder _folder = new();

    [Fact]
    public void Each_record_has_one_row_of_results_in_its_order()
    {
        _folder.Write("register.csv", GivenPeople.Register);
        _folder.Write("records.csv", GivenPeople.Records);

        var outcome = _folder.Authenticate();

        Assert.Equal(GivenPeople.Results, _folder.Text("results.csv"));
        Assert.Equal((0, ""), (outcome.Exit, outcome.Complained));
        Assert.Contains("7 records were compared with 5 people", outcome.Said, StringComparison.Ordinal);
        Assert.Equal(["records.csv", "register.csv", "results.csv"], _folder.Names);
    }

    public void Dispose() => _folder.Dispose();
}
