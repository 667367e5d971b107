module platform.test/prometheus-operator

go 1.24.0

// Nothing of it is built: its module has the definitions of its resources.
require github.com/prometheus-operator/prometheus-operator v0.85.0
