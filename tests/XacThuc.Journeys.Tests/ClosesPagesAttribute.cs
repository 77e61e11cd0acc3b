using System.Reflection;
using Xunit.v3;

namespace XacThuc.Journeys.Tests;

/// <summary>A page that is left open goes on asking houses that are gone, each in a process of its own, until the last test ends.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesPagesAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Browser.Close(test.UniqueID);
}
